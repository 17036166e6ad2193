package pawl.plugin.feature.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pawl.api.feature.Feature.FUNDING_SKEW;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.event.EventFlag;

final class FundingSkewTest {
    private static final long HOUR_MS = 3_600_000;

    /** With the default scale of 0.05 % and baseline of 0.01 % per 8 hours. */
    @ParameterizedTest
    @CsvSource({"0.0001, 0", "0.0006, 0.5", "-0.0004, -0.5", "0.0016, 0.75", "0, -0.16666666666666669"})
    void firstRateIsHeldAgainstTheInterestComponent(double rate, double score) {
        Market market = new Market();

        market.mark(rate, market.nowMs() + HOUR_MS).flush();

        assertThat(market.isValid(FUNDING_SKEW)).isTrue();
        assertThat(market.score(FUNDING_SKEW)).isCloseTo(score, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 120, 240, 360, 480})
    void statedIntervalBringsTheRateTo8Hours(int minutes) {
        Market market = new Market();

        market.funding(0.0006 * minutes / 480, minutes, 0).flush();

        assertThat(market.score(FUNDING_SKEW)).isCloseTo(0.5, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4, 6, 8})
    void intervalIsLearntFromTwoFundingTimesInARow(long hours) {
        Market market = new Market();
        long nextMs = market.nowMs() + HOUR_MS;

        market.mark(0.0001, nextMs).flush();
        market.mark(0.0006 * hours / 8, nextMs + hours * HOUR_MS).flush();

        assertThat(market.score(FUNDING_SKEW)).isCloseTo(0.5, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 16, -4})
    void otherStepsOfTheFundingTimeTeachNothing(long hours) {
        Market market = new Market();
        long nextMs = market.nowMs() + HOUR_MS;

        market.mark(0.0001, nextMs).flush();
        market.mark(0.0006, nextMs + hours * HOUR_MS).flush();

        assertThat(market.score(FUNDING_SKEW)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void stepAcrossAStaleStretchTeachesNothing() {
        Market market = new Market();
        long nextMs = market.nowMs() + HOUR_MS;

        market.mark(0.0001, nextMs).idle(481);
        market.mark(0.0006, nextMs + HOUR_MS).flush();

        assertThat(market.score(FUNDING_SKEW)).isCloseTo(0.5, within(1e-3));
    }

    @Test
    void settledRateStandsInOnlyWhereNoEstimateIsHeard() {
        Market market = new Market();
        market.funding(0.0006, 480, EventFlag.SETTLED).flush();
        assertThat(market.score(FUNDING_SKEW)).isCloseTo(0.5, within(1e-12));

        market.mark(0.0001, market.nowMs() + HOUR_MS).flush();
        double estimate = market.score(FUNDING_SKEW);
        market.funding(0.05, 480, EventFlag.SETTLED).flush();

        assertThat(market.score(FUNDING_SKEW)).isEqualTo(estimate);
    }

    @Test
    void baselineGoesAfterThePresentRate() {
        Market market = new Market();
        double first = 0;
        double score = 1;
        for (int day = 0; day < 12; day++) {
            for (int i = 0; i < 864; i++) {
                market.mark(0.0006, market.nowMs() + HOUR_MS).flush();
                market.tick += 399;
            }
            assertThat(market.score(FUNDING_SKEW)).isLessThan(score);
            score = market.score(FUNDING_SKEW);
            first = day == 0 ? score : first;
        }
        assertThat(first).isBetween(0.35, 0.5);
        assertThat(score).isBetween(0.0, 0.1);
    }

    @Test
    void olderMarkChangesNothing() {
        Market market = new Market();
        market.mark(0.0002, market.nowMs() + HOUR_MS).flush();
        long[] before = market.bits();

        market.mark(0, market.nowMs() - 1_000, 0.01, market.nowMs()).flush();
        assertThat(market.bits()).isEqualTo(before);
    }

    @Test
    void aMessageNeedNotStateTheFundingTime() {
        Market market = new Market();
        long nextMs = market.nowMs() + HOUR_MS;
        market.funding(0.0002, nextMs, 480, 0).flush();
        market.funding(0.0002, 0, 480, 0).flush();
        market.mark(0.0002, 0).flush();
        assertThat(market.isValid(FUNDING_SKEW)).isTrue();
        assertThat(market.state.getLong(StateWords.NEXT_FUNDING_TIME_MS)).isEqualTo(nextMs);
        assertThat(market.state.getLong(StateWords.FUNDING_INTERVAL_MINUTES)).isZero();

        market.funding(0.0002, nextMs + 4 * HOUR_MS, 480, 0).flush();
        assertThat(market.state.getLong(StateWords.FUNDING_INTERVAL_MINUTES)).isEqualTo(240);
    }

    @Test
    void staleAfterSoManyTicks() {
        Market market = new Market();
        market.mark(0.0002, market.nowMs() + HOUR_MS).flush();

        market.idle(480);
        assertThat(market.isValid(FUNDING_SKEW)).isTrue();
        market.flush();
        assertThat(market.isValid(FUNDING_SKEW)).isFalse();
    }

    @Test
    void restartKeepsBaselineAndInterval() {
        Market market = new Market();
        long nextMs = market.nowMs() + HOUR_MS;
        for (int i = 0; i < 50; i++) {
            market.mark(0.0006, nextMs + (i / 25) * 4 * HOUR_MS).idle(4);
        }
        double baseline = market.state.getDouble(StateWords.FUNDING_BASELINE);

        market.restart().flush();

        assertThat(market.isValid(FUNDING_SKEW)).isFalse();
        assertThat(market.state.getDouble(StateWords.FUNDING_BASELINE))
                .isEqualTo(baseline)
                .isPositive();
        assertThat(market.state.getLong(StateWords.FUNDING_INTERVAL_MINUTES)).isEqualTo(240);
    }

    @Test
    void largestRateStaysInRange() {
        Market market = new Market();
        for (int i = 0; i < 20; i++) {
            market.mark(i % 2 == 0 ? 9_223_372.0 : -9_223_372.0, market.nowMs() + HOUR_MS)
                    .flush();
            assertThat(market.score(FUNDING_SKEW)).isBetween(-1.0, 1.0);
        }
    }
}
