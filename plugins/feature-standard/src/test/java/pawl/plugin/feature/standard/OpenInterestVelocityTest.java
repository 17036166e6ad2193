package pawl.plugin.feature.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pawl.api.feature.Feature.OPEN_INTEREST_VELOCITY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenInterestVelocityTest {
    private static final long REFRESH_TICKS = 80;
    private static final double REFRESH_MS = REFRESH_TICKS * 250;
    private static final double HOUR_MS = 3_600_000;

    @Test
    void risingOpenInterestIsPositiveAndFallingNegative() {
        assertThat(scoreAfterGrowth(1.001)).isBetween(0.4, 1.0);
        assertThat(scoreAfterGrowth(0.999)).isBetween(-1.0, -0.4);
        assertThat(scoreAfterGrowth(1.0)).isEqualTo(0);
    }

    @Test
    void fasterGrowthScoresHigher() {
        assertThat(scoreAfterGrowth(1.002)).isGreaterThan(scoreAfterGrowth(1.001));
        assertThat(scoreAfterGrowth(1.001)).isGreaterThan(scoreAfterGrowth(1.0005));
    }

    private static double scoreAfterGrowth(double growth) {
        Market market = new Market();
        double openInterest = 10_000;
        for (int i = 0; i < 30; i++) {
            market.openInterest(openInterest).idle(REFRESH_TICKS);
            openInterest *= growth;
        }
        assertThat(market.isValid(OPEN_INTEREST_VELOCITY)).isTrue();
        return market.score(OPEN_INTEREST_VELOCITY);
    }

    /** The example of the documentation. */
    @Test
    void fifthLostInTenMinutesScoresMinusNineTenths() {
        assertThat(scoreAfterGrowth(0.99259)).isBetween(-0.95, -0.9);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void equalsTheFormula(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Market market = new Market();
        List<Double> values = new ArrayList<>();
        double expected = 0;
        for (int i = 0; i < 100; i++) {
            double openInterest = 1_000 + random.nextInt(1_000_000) / 1_000.0;
            values.add(openInterest);
            market.openInterest(openInterest).flush();
            expected = scoreOf(values);
            if (i >= 3) {
                assertThat(market.score(OPEN_INTEREST_VELOCITY)).isCloseTo(expected, within(1e-12));
            }
            market.idle(REFRESH_TICKS - 1);
        }
        assertThat(expected).isNotEqualTo(0);
    }

    private static double scoreOf(List<Double> values) {
        double fast = REFRESH_MS / (REFRESH_MS + 300_000);
        double slow = REFRESH_MS / (REFRESH_MS + 86_400_000);
        double velocity = 0;
        double square = 0;
        double score = 0;
        for (int i = 1; i < values.size(); i++) {
            double change = (values.get(i) - values.get(i - 1)) / ((values.get(i) + values.get(i - 1)) / 2);
            velocity = (1 - fast) * velocity + fast * change * HOUR_MS / REFRESH_MS;
            double x = velocity / Math.sqrt(0.05 * 0.05 + square);
            score = x / (1 + Math.abs(x));
            square = (1 - slow) * square + slow * velocity * velocity;
        }
        return score;
    }

    @Test
    void warmUpCountsDistinctTimesOnly() {
        Market market = new Market(Market.TOKEN, Map.of("openInterestWarmUpValues", 2));
        long timeMs = market.nowMs();

        for (int i = 0; i < 20; i++) {
            market.openInterest(0, timeMs, 500).flush();
            assertThat(market.isValid(OPEN_INTEREST_VELOCITY)).isFalse();
        }
        market.openInterest(0, timeMs + 20_000, 510).flush();

        assertThat(market.isValid(OPEN_INTEREST_VELOCITY)).isTrue();
        assertThat(market.score(OPEN_INTEREST_VELOCITY)).isPositive();
    }

    @Test
    void olderValueChangesNothing() {
        Market market = warm();
        long[] before = market.bits();

        market.openInterest(0, market.nowMs() - 3_600_000, 1).flush();
        assertThat(market.bits()).isEqualTo(before);
    }

    @Test
    void staleAfterSoManyTicksWithoutANewValue() {
        Market market = warm();

        market.idle(480 - REFRESH_TICKS + 1);
        assertThat(market.isValid(OPEN_INTEREST_VELOCITY)).isTrue();
        market.flush();
        assertThat(market.isValid(OPEN_INTEREST_VELOCITY)).isFalse();
        market.openInterest(1_000).flush();
        assertThat(market.isValid(OPEN_INTEREST_VELOCITY)).isTrue();
    }

    @Test
    void clockThatWasAheadDoesNotSilenceTheFeatureForGood() {
        Market market = warm();
        market.openInterest(0, Long.MAX_VALUE, 1_000).idle(500);

        for (int i = 0; i < 5; i++) {
            market.openInterest(1_000 + i).idle(REFRESH_TICKS);
        }

        assertThat(market.isValid(OPEN_INTEREST_VELOCITY)).isTrue();
    }

    @Test
    void restartWarmsUpAnewAndKeepsTheUsualVelocity() {
        Market market = warm();
        double usual = market.state.getDouble(StateWords.OPEN_INTEREST_VELOCITY_SQUARE);
        assertThat(usual).isPositive();

        market.restart().flush();

        assertThat(market.isValid(OPEN_INTEREST_VELOCITY)).isFalse();
        assertThat(market.state.getDouble(StateWords.OPEN_INTEREST_VELOCITY_SQUARE))
                .isEqualTo(usual);
        market.openInterest(1).flush();
        assertThat(market.state.getDouble(StateWords.OPEN_INTEREST_VELOCITY)).isEqualTo(0);
    }

    @Test
    void noOpenInterestAtAllIsNoVelocity() {
        Market market = new Market();
        for (int i = 0; i < 6; i++) {
            market.openInterest(0).idle(REFRESH_TICKS);
        }
        assertThat(market.isValid(OPEN_INTEREST_VELOCITY)).isTrue();
        assertThat(market.score(OPEN_INTEREST_VELOCITY)).isEqualTo(0);
    }

    private static Market warm() {
        Market market = new Market();
        for (int i = 0; i < 10; i++) {
            market.openInterest(1_000 + i).idle(REFRESH_TICKS);
        }
        return market;
    }
}
