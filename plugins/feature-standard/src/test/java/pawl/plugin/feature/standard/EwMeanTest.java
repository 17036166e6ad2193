package pawl.plugin.feature.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.plugin.StateBlock;

final class EwMeanTest {
    private static final int WORD = 2;

    private final StateBlock state = new StateBlock(new long[4], 0, 4);

    @ParameterizedTest
    @CsvSource({"1, 0.5, 1", "2, 0.5, 0.5", "3, 0.5, 0.5", "3, 0.1, 0.3333333333333333", "11, 0.1, 0.1"})
    void youngMeanIsPlainMean(long sample, double steadyWeight, double weight) {
        assertThat(EwMean.weight(sample, steadyWeight)).isEqualTo(weight);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 0.5", "120, 0.01652892561983471"})
    void steadyWeightIsTwoOverSamplesPlusOne(long samples, double weight) {
        assertThat(EwMean.steadyWeight(samples)).isEqualTo(weight);
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 0", "10, 10, 0.5", "30, 10, 0.75"})
    void elapsedWeightIsRational(double elapsed, double window, double weight) {
        assertThat(EwMean.elapsedWeight(elapsed, window)).isEqualTo(weight);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalsWeightedSumOfAllSamples(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double steady = EwMean.steadyWeight(1 + random.nextInt(50));
        double[] samples = random.doubles(400, -1, 1).toArray();

        for (int i = 0; i < samples.length; i++) {
            EwMean.add(state, WORD, EwMean.weight(i + 1L, steady), samples[i]);
            assertThat(state.getDouble(WORD)).isCloseTo(weightedSum(samples, i + 1, steady), within(1e-12));
        }
    }

    private static double weightedSum(double[] samples, int count, double steady) {
        double sum = 0;
        double left = 1;
        for (int i = count - 1; i >= 0; i--) {
            double weight = EwMean.weight(i + 1L, steady);
            sum += samples[i] * weight * left;
            left *= 1 - weight;
        }
        return sum;
    }

    @Test
    void plainMeanWhileYoung() {
        double[] samples = {3, 5, 10, -2};
        for (int i = 0; i < samples.length; i++) {
            EwMean.add(state, WORD, EwMean.weight(i + 1L, 0.01), samples[i]);
        }

        assertThat(state.getDouble(WORD))
                .isCloseTo(Arrays.stream(samples).average().orElseThrow(), within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-18, 0.1, 1.0 / 3, 1e18})
    void constantStreamStaysExactlyThere(double constant) {
        for (int i = 1; i < 10_000; i++) {
            EwMean.add(state, WORD, EwMean.weight(i, 0.0317), constant);
            assertThat(state.getDouble(WORD)).isEqualTo(constant);
        }
    }

    @Test
    void firstSampleReplacesAFarLargerMean() {
        state.setDouble(WORD, 1e18);

        EwMean.add(state, WORD, EwMean.weight(1, 0.1), 1e-18);

        assertThat(state.getDouble(WORD)).isEqualTo(1e-18);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void staysBetweenTheExtremesOverThirtySixOrdersOfMagnitude(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 1; i < 10_000; i++) {
            double sample = random.nextBoolean() ? 1e-18 : 1e18 * random.nextDouble();
            EwMean.add(state, WORD, EwMean.weight(i, 0.2), sample);
            assertThat(state.getDouble(WORD)).isBetween(0.0, 1e18);
        }
    }

    @Test
    void decaysToZeroAndNotBeyond() {
        state.setDouble(WORD, 1e18);
        for (int i = 0; i < 20_000; i++) {
            EwMean.add(state, WORD, 0.1, 0);
            assertThat(state.getDouble(WORD)).isGreaterThanOrEqualTo(0);
        }
        assertThat(state.getDouble(WORD)).isLessThan(Double.MIN_NORMAL);
    }
}
