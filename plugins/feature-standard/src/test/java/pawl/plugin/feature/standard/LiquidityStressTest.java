package pawl.plugin.feature.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pawl.api.feature.Feature.LIQUIDITY_STRESS;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LiquidityStressTest {
    private static final int WINDOW_SAMPLES = 15;
    private static final int BASELINE_SAMPLES = 3_600;

    @Test
    void bookAsUsualIsNoStress() {
        assertThat(warm().score(LIQUIDITY_STRESS)).isEqualTo(0);
    }

    @Test
    void tighterAndFullerIsNoStress() {
        Market market = warm();
        market.quote(99.9, 50, 100.1, 50).idle(240);
        assertThat(market.score(LIQUIDITY_STRESS)).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"97, 103, 10, 0.6, 0.67", "99, 101, 2, 0.7, 0.81", "97, 103, 2, 0.88, 0.94", "98, 102, 10, 0.4, 0.5"})
    void widerAndThinnerIsStress(double bid, double ask, double quantity, double least, double most) {
        Market market = warm();
        double before = 0;
        for (int i = 0; i < 60; i++) {
            market.quote(bid, quantity, ask, quantity).idle(4);
            if (i < WINDOW_SAMPLES) {
                assertThat(market.score(LIQUIDITY_STRESS)).isGreaterThan(before);
                before = market.score(LIQUIDITY_STRESS);
            }
        }
        assertThat(market.score(LIQUIDITY_STRESS)).isBetween(least, most);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 101, 1", "99, 1, 0, 0", "0, 0, 0, 0", "99, 0, 101, 1"})
    void emptySideIsTheUtmostStressAndLeavesTheBaselineAlone(
            double bid, double bidQuantity, double ask, double askQuantity) {
        Market market = warm();
        double baseline = market.state.getDouble(StateWords.DEPTH_BASELINE);

        market.quote(bid, bidQuantity, ask, askQuantity).idle(4);
        assertThat(market.score(LIQUIDITY_STRESS)).isEqualTo(1);
        assertThat(market.state.getDouble(StateWords.DEPTH_BASELINE)).isEqualTo(baseline);

        market.quote(99, 10, 101, 10).idle(4);
        assertThat(market.score(LIQUIDITY_STRESS)).isEqualTo(0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void equalsTheFormula(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Market market = new Market();
        List<Double> spreads = new ArrayList<>();
        List<Double> depths = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double bid = 10 + random.nextInt(1_000) / 100.0;
            double ask = bid + random.nextInt(500) / 100.0;
            double bidQuantity = 1 + random.nextInt(5_000) / 1_000.0;
            double askQuantity = 1 + random.nextInt(5_000) / 1_000.0;
            market.quote(bid, bidQuantity, ask, askQuantity).flush();
            spreads.add((ask - bid) / ((ask + bid) / 2));
            depths.add((bid * bidQuantity + ask * askQuantity) / 2);
            if (i >= 120) {
                double tightness = Math.min(1, mean(spreads, BASELINE_SAMPLES) / mean(spreads, WINDOW_SAMPLES));
                double fullness = Math.min(1, mean(depths, WINDOW_SAMPLES) / mean(depths, BASELINE_SAMPLES));
                assertThat(market.score(LIQUIDITY_STRESS)).isCloseTo(1 - tightness * fullness, within(1e-9));
            }
            market.idle(3);
        }
    }

    private static double mean(List<Double> samples, int window) {
        double mean = 0;
        for (int i = 0; i < samples.size(); i++) {
            double weight = Math.max(1.0 / (i + 1), 2.0 / (window + 1));
            mean = (1 - weight) * mean + weight * samples.get(i);
        }
        return mean;
    }

    @Test
    void invalidWithoutQuotes() {
        Market market = new Market();
        for (int i = 0; i < 1_000; i++) {
            market.trade(100, 1, false).flush();
            assertThat(market.isValid(LIQUIDITY_STRESS)).isFalse();
        }
    }

    @Test
    void staleAfterSoManyTicks() {
        Market market = warm();
        market.idle(480 - 3);
        assertThat(market.isValid(LIQUIDITY_STRESS)).isTrue();
        market.flush();
        assertThat(market.isValid(LIQUIDITY_STRESS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, 9999", "0, 0"})
    void olderQuoteChangesNothing(long laterMs, long updateId) {
        Market market = warm();
        market.quote(0, market.nowMs(), 5_000, 99, 10, 101, 10).flush();
        long[] before = market.bits();
        long lastMs = market.nowMs() - 250;

        market.quote(0, lastMs + laterMs, updateId, 50, 1, 150, 1);
        market.flush();

        assertThat(market.bits()).isEqualTo(before);
    }

    @Test
    void restartWarmsUpTheWindowAndKeepsTheBaseline() {
        Market market = warm();
        market.restart().quote(95, 1, 105, 1).flush();
        assertThat(market.isValid(LIQUIDITY_STRESS)).isFalse();

        market.idle(4 * (WINDOW_SAMPLES - 1));

        assertThat(market.isValid(LIQUIDITY_STRESS)).isTrue();
        assertThat(market.score(LIQUIDITY_STRESS)).isGreaterThan(0.9);
    }

    private static Market warm() {
        Market market = new Market();
        for (int i = 0; i < 1_200; i++) {
            market.quote(99, 10, 101, 10).idle(4);
        }
        return market;
    }
}
