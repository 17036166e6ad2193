package pawl.fsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureFrame;
import pawl.fsm.FeatureWeights.Part;
import pawl.fsm.FeatureWeights.Term;

final class FeatureWeightsTest {
    private static final Term DIVERGENCE = new Term(Feature.DIVERGENCE, 0.5, Part.MAGNITUDE);

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({
        "POSITIVE,  0.5,  0.5",
        "POSITIVE,  -0.5, 0",
        "POSITIVE,  0,    0",
        "NEGATIVE,  -0.5, 0.5",
        "NEGATIVE,  0.5,  0",
        "NEGATIVE,  0,    0",
        "MAGNITUDE, 0.5,  0.5",
        "MAGNITUDE, -0.5, 0.5",
        "MAGNITUDE, -1,   1",
        "POSITIVE,  -0.0, 0",
        "NEGATIVE,  -0.0, 0",
        "MAGNITUDE, -0.0, 0",
    })
    void partOfAScore(Part part, double score, double expected) {
        FeatureWeights weights = new FeatureWeights(List.of(new Term(Feature.FUNDING_SKEW, 0.3, part)), 1);
        FeatureFrame frame = new FeatureFrame();
        frame.set(Feature.FUNDING_SKEW, score);

        assertThat(Double.doubleToRawLongBits(weights.mean(frame)))
                .as("bit for bit: a zero has no sign")
                .isEqualTo(Double.doubleToRawLongBits(expected));
    }

    @Test
    void isTheMeanOfWhatIsValid() {
        FeatureWeights weights = new FeatureWeights(
                List.of(
                        new Term(Feature.OPEN_INTEREST_VELOCITY, 3, Part.POSITIVE),
                        new Term(Feature.COMPRESSION, 1, Part.POSITIVE)),
                0);
        FeatureFrame frame = new FeatureFrame();
        assertThat(weights.mean(frame)).isZero();

        frame.set(Feature.COMPRESSION, 0.5);
        assertThat(weights.mean(frame)).isEqualTo(0.5);

        frame.set(Feature.OPEN_INTEREST_VELOCITY, 0.25);
        assertThat(weights.mean(frame)).isEqualTo((3 * 0.25 + 1 * 0.5) / 4);

        frame.set(Feature.LIQUIDITY_STRESS, 1);
        assertThat(weights.mean(frame)).as("a feature without a weight").isEqualTo((3 * 0.25 + 1 * 0.5) / 4);
    }

    @ParameterizedTest(name = "least share {0}, valid weight {1} of 4: defined {2}")
    @CsvSource({
        "0,    0, false",
        "0,    1, true",
        "0.25, 1, true",
        "0.26, 1, false",
        "0.75, 3, true",
        "0.76, 3, false",
        "1,    3, false",
        "1,    4, true",
    })
    void isDefinedFromTheLeastShareOn(double leastValidShare, int validWeight, boolean isDefined) {
        FeatureWeights weights = new FeatureWeights(
                List.of(
                        new Term(Feature.FUNDING_SKEW, 1, Part.MAGNITUDE),
                        new Term(Feature.DIVERGENCE, 3, Part.MAGNITUDE)),
                leastValidShare);
        FeatureFrame frame = new FeatureFrame();
        frame.set(Feature.COMPRESSION, 1);
        if (validWeight == 1 || validWeight == 4) {
            frame.set(Feature.FUNDING_SKEW, 0);
        }
        if (validWeight >= 3) {
            frame.set(Feature.DIVERGENCE, 0);
        }

        assertThat(weights.isDefined(frame)).isEqualTo(isDefined);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAWeight(double weight) {
        assertThatThrownBy(() -> new Term(Feature.COMPRESSION, weight, Part.POSITIVE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("compression");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesAShare(double leastValidShare) {
        assertThatThrownBy(() -> new FeatureWeights(List.of(DIVERGENCE), leastValidShare))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(leastValidShare));
    }

    static Stream<List<Term>> badTerms() {
        Term huge = new Term(Feature.COMPRESSION, Double.MAX_VALUE, Part.POSITIVE);
        return Stream.of(
                List.of(),
                List.of(DIVERGENCE, DIVERGENCE),
                List.of(huge, new Term(Feature.DIVERGENCE, Double.MAX_VALUE, Part.POSITIVE)));
    }

    @ParameterizedTest
    @MethodSource("badTerms")
    void refusesTerms(List<Term> terms) {
        assertThatThrownBy(() -> new FeatureWeights(terms, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    /** D4: summed in the order of {@link Feature}, whatever the order of the configuration; and within 0 to 1. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sumsInTheOrderOfFeatures(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Term> terms = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            if (terms.isEmpty() || random.nextInt(3) > 0) {
                terms.add(new Term(feature, 0.01 + random.nextDouble(), Part.values()[random.nextInt(3)]));
            }
        }
        List<Term> shuffled = new ArrayList<>(terms);
        Collections.rotate(shuffled, random.nextInt(terms.size()));
        FeatureWeights weights = new FeatureWeights(shuffled, random.nextInt(3) / 2.0);
        FeatureFrame frame = new FeatureFrame();
        for (int i = 0; i < 50; i++) {
            fill(random, frame);
            double sum = 0;
            double valid = 0;
            for (Term term : terms) {
                if (frame.isValid(term.feature())) {
                    sum += term.weight() * part(term.part(), frame.score(term.feature()));
                    valid += term.weight();
                }
            }

            double mean = weights.mean(frame);

            assertThat(mean).isBetween(0.0, 1.0);
            assertThat(mean).as("the very bits").isEqualTo(valid == 0 ? 0 : sum / valid);
        }
    }

    @Test
    void whollyValidIsDefinedWhateverTheRounding() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000; i++) {
            List<Term> terms = new ArrayList<>();
            FeatureFrame frame = new FeatureFrame();
            for (Feature feature : Feature.values()) {
                terms.add(random.nextInt(terms.size() + 1), new Term(feature, random.nextDouble(), Part.MAGNITUDE));
                frame.set(feature, 1);
            }
            FeatureWeights weights = new FeatureWeights(terms, 1);

            assertThat(weights.isDefined(frame)).isTrue();
            assertThat(weights.mean(frame)).isEqualTo(1);
        }
    }

    private static void fill(SplittableRandom random, FeatureFrame frame) {
        frame.clear();
        for (Feature feature : Feature.values()) {
            switch (random.nextInt(4)) {
                case 0 -> frame.set(feature, random.nextBoolean() ? 1 : -1);
                case 1 -> frame.set(feature, random.nextDouble() * 2 - 1);
                case 2 -> frame.set(feature, 0);
                default -> {}
            }
        }
    }

    private static double part(Part part, double score) {
        return switch (part) {
            case POSITIVE -> score > 0 ? score : 0;
            case NEGATIVE -> score < 0 ? -score : 0;
            case MAGNITUDE -> score < 0 ? -score : score;
        };
    }
}
