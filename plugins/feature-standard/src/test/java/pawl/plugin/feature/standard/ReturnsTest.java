package pawl.plugin.feature.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pawl.api.feature.Feature.COMPRESSION;
import static pawl.api.feature.Feature.DIVERGENCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.event.EventFlag;

/** Divergence and compression. */
final class ReturnsTest {
    private static final int WINDOW_SAMPLES = 120;
    private static final int BASELINE_SAMPLES = 3_600;

    /** Price up or down by a cent a second against buyers or sellers, after some noise. */
    @ParameterizedTest
    @CsvSource({"1, true, 0.3, 1", "1, false, -0.2, 0.2", "-1, false, -1, -0.3", "-1, true, -0.2, 0.2"})
    void signOfDivergence(int step, boolean isTakerSold, double least, double most) {
        Market market = noisy(600, 1);
        double mid = 28_000;
        for (int i = 0; i < WINDOW_SAMPLES; i++) {
            mid += step;
            market.quote(mid - 0.5, 1, mid + 0.5, 1).trade(mid, 1, isTakerSold).idle(4);
        }
        assertThat(market.isValid(DIVERGENCE)).isTrue();
        assertThat(market.score(DIVERGENCE)).isBetween(least, most);
    }

    @Test
    void constantPriceIsNeitherCompressedNorDivergent() {
        Market market = new Market();
        for (int i = 0; i < 300; i++) {
            market.quote(99, 1, 101, 1).trade(100, 1, i % 2 == 0).idle(4);
        }
        assertThat(market.isValid(COMPRESSION)).isTrue();
        assertThat(market.score(COMPRESSION)).isEqualTo(0);
        assertThat(market.isValid(DIVERGENCE)).isTrue();
        assertThat(market.score(DIVERGENCE)).isCloseTo(0, within(0.1));
    }

    @Test
    void quietAfterNoiseIsCompressionAndNoiseAfterQuietIsNone() {
        Market market = noisy(1_200, 2);
        assertThat(market.score(COMPRESSION)).isLessThan(0.3);

        for (int i = 0; i < 400; i++) {
            market.quote(28_000, 1, 28_000.5 + (i % 2) * 0.1, 1).idle(4);
        }
        assertThat(market.score(COMPRESSION)).isGreaterThan(0.9);

        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 400; i++) {
            double mid = 28_000 + random.nextInt(200);
            market.quote(mid - 0.5, 1, mid + 0.5, 1).idle(4);
        }
        assertThat(market.score(COMPRESSION)).isEqualTo(0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void equalsTheFormulas(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Market market = new Market();
        List<Double> returns = new ArrayList<>();
        List<Double> flows = new ArrayList<>();
        double previous = 0;
        for (int i = 0; i < 500; i++) {
            long cents = 1_000_000 + random.nextInt(10_000);
            double mid = cents / 100.0;
            boolean isTakerSold = random.nextBoolean();
            double quantity = random.nextInt(10_000) / 1_000.0;
            market.quote(mid - 1, 1, mid + 1, 1)
                    .trade(mid, quantity, isTakerSold)
                    .flush();
            if (i > 0) {
                returns.add((mid - previous) / ((mid + previous) / 2));
                flows.add((isTakerSold ? -mid : mid) * quantity);
            }
            previous = mid;
            if (i >= WINDOW_SAMPLES) {
                assertThat(market.score(DIVERGENCE)).isCloseTo(divergenceOf(returns, flows), within(1e-9));
                assertThat(market.score(COMPRESSION)).isCloseTo(compressionOf(returns), within(1e-9));
            }
            market.idle(3);
        }
    }

    private static double divergenceOf(List<Double> returns, List<Double> flows) {
        return (squashedDeviations(returns) - squashedDeviations(flows)) / 2;
    }

    private static double squashedDeviations(List<Double> samples) {
        double weight = 2.0 / (WINDOW_SAMPLES + 1);
        double deviation = Math.sqrt(meanSquare(samples, BASELINE_SAMPLES) * weight / (2 - weight));
        double x = mean(samples, WINDOW_SAMPLES) / deviation;
        return x / (1 + Math.abs(x));
    }

    private static double compressionOf(List<Double> returns) {
        double ratio = meanSquare(returns, WINDOW_SAMPLES) / meanSquare(returns, BASELINE_SAMPLES);
        return Math.max(0, 1 - Math.sqrt(ratio));
    }

    private static double meanSquare(List<Double> samples, int window) {
        return mean(samples.stream().map(x -> x * x).toList(), window);
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
    void warmUpIsAWindowOfSamples() {
        Market market = new Market();
        market.quote(99, 1, 101, 1).trade(100, 1, false).flush();
        for (int i = 0; i < WINDOW_SAMPLES * 4 - 1; i++) {
            market.flush();
            assertThat(market.isValid(COMPRESSION)).isFalse();
            assertThat(market.isValid(DIVERGENCE)).isFalse();
        }
        market.flush();
        assertThat(market.isValid(COMPRESSION)).isTrue();
        assertThat(market.isValid(DIVERGENCE)).isTrue();
    }

    @Test
    void missingTradesWarmUpTheFlowAnew() {
        Market market = noisy(300, 4);

        market.gap().flush();
        assertThat(market.isValid(DIVERGENCE)).isFalse();
        assertThat(market.isValid(COMPRESSION)).isTrue();

        for (int i = 0; i < WINDOW_SAMPLES; i++) {
            market.quote(99, 1, 101, 1).trade(100, 1, false).idle(4);
        }
        assertThat(market.isValid(DIVERGENCE)).isTrue();
    }

    @Test
    void lateTradeCountsInTheFlowAndOffBookTradeDoesNot() {
        Market market = new Market();
        market.trade(0, market.nowMs() - 5_000, 100, 2, EventFlag.LATE).trade(0, market.nowMs(), 100, 7, 0);
        market.trade(0, market.nowMs(), 100, 50, EventFlag.OFF_BOOK).tick++;
        market.flush();

        assertThat(market.state.getDouble(StateWords.SIGNED_FLOW)).isEqualTo(900);
    }

    @Test
    void lastTradePriceStandsInWithoutQuotesAndIsNotRewound() {
        Market market = new Market();
        market.trade(0, market.nowMs(), 100, 1, 0).trade(0, market.nowMs() - 1, 90, 1, 0);
        market.flush();

        assertThat(market.state.getDouble(StateWords.SAMPLED_PRICE)).isEqualTo(100);
        for (int i = 0; i < 300; i++) {
            market.trade(100 + i % 7, 1, i % 2 == 0).idle(4);
        }
        assertThat(market.isValid(COMPRESSION)).isTrue();
        assertThat(market.isValid(DIVERGENCE)).isTrue();
    }

    @Test
    void changeFromTradePriceToMidIsNoReturn() {
        Market market = new Market();
        for (int i = 0; i < 10; i++) {
            market.trade(100, 1, false).idle(4);
        }
        market.quote(149, 1, 151, 1).idle(8);

        assertThat(market.state.getDouble(StateWords.RETURN_SQUARE_SHORT)).isEqualTo(0);
        assertThat(market.state.getDouble(StateWords.SAMPLED_PRICE)).isEqualTo(150);
    }

    @Test
    void bookWithAnEmptySideHasNoPriceAndTheReturnSpansIt() {
        Market market = new Market();
        market.quote(99, 1, 101, 1).trade(100, 1, false).idle(300);
        market.quote(99, 1, 101, 1).trade(100, 1, false).idle(300);
        assertThat(market.isValid(COMPRESSION)).isTrue();

        market.quote(0, 0, 101, 1).idle(8);
        assertThat(market.isValid(COMPRESSION)).isFalse();
        assertThat(market.isValid(DIVERGENCE)).isFalse();

        market.quote(99, 1, 103, 1).idle(4);
        assertThat(market.isValid(COMPRESSION)).isTrue();
        assertThat(market.state.getDouble(StateWords.RETURN_SQUARE_SHORT)).isPositive();
    }

    @Test
    void staleQuoteAndTradeMakeBothInvalid() {
        Market market = new Market(Market.TOKEN, Map.of("quoteStaleTicks", 100, "tradeStaleTicks", 200));
        for (int i = 0; i < 300; i++) {
            market.quote(99, 1, 101, 1).trade(100, 1, false).idle(4);
        }
        market.idle(201 - 4);
        assertThat(market.isValid(DIVERGENCE)).isTrue();
        market.flush();
        assertThat(market.isValid(DIVERGENCE)).isFalse();
        assertThat(market.isValid(COMPRESSION)).isFalse();
    }

    @Test
    void restartWarmsUpAnewAndKeepsTheBaselines() {
        Market market = noisy(600, 5);
        double square = market.state.getDouble(StateWords.RETURN_SQUARE_BASELINE);
        long samples = market.state.getLong(StateWords.RETURN_BASELINE_SAMPLES);

        market.restart().flush();

        assertThat(market.isValid(COMPRESSION)).isFalse();
        assertThat(market.isValid(DIVERGENCE)).isFalse();
        assertThat(market.state.getDouble(StateWords.RETURN_SQUARE_BASELINE)).isEqualTo(square);
        assertThat(market.state.getLong(StateWords.RETURN_BASELINE_SAMPLES)).isEqualTo(samples);
        market.quote(50_000, 1, 50_001, 1).trade(50_000, 1, false).idle(8);
        assertThat(market.state.getDouble(StateWords.RETURN_SQUARE_SHORT)).isEqualTo(0);
    }

    private static Market noisy(int samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Market market = new Market();
        for (int i = 0; i < samples; i++) {
            double mid = 28_000 + random.nextInt(20) / 10.0;
            market.quote(mid - 0.5, 1, mid + 0.5, 1)
                    .trade(mid, 1, random.nextBoolean())
                    .idle(4);
        }
        return market;
    }
}
