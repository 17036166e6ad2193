package pawl.plugin.feature.standard;

import static pawl.plugin.feature.standard.StateWords.FUNDING_BASELINE;
import static pawl.plugin.feature.standard.StateWords.FUNDING_ESTIMATE_SEEN;
import static pawl.plugin.feature.standard.StateWords.FUNDING_INTERVAL_MINUTES;
import static pawl.plugin.feature.standard.StateWords.FUNDING_SCORE;
import static pawl.plugin.feature.standard.StateWords.FUNDING_SKEW_SQUARE;
import static pawl.plugin.feature.standard.StateWords.FUNDING_TICK;
import static pawl.plugin.feature.standard.StateWords.FUNDING_TIME_MS;
import static pawl.plugin.feature.standard.StateWords.NEXT_FUNDING_TIME_MS;

import pawl.api.decimal.Decimals;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.event.EventView;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/**
 * The funding rate, brought to 8 hours, against its own slow baseline. The baseline word holds the baseline less the interest
 * component, so that a block of zeros starts at the rate that longs pay when perpetual and index agree.
 */
final class FundingSkew {
    private static final double MINUTES_OF_8H = 480;
    private static final long MINUTE_MS = 60_000;

    private final double interestPer8h;
    private final double scaleSquare;
    private final double baselineTicks;
    private final long staleTicks;

    FundingSkew(StandardSettings settings) {
        interestPer8h = settings.fundingInterestPer8h();
        scaleSquare = settings.fundingScalePer8h() * settings.fundingScalePer8h();
        baselineTicks = (double) settings.fundingBaselineTicks();
        staleTicks = settings.fundingStaleTicks();
    }

    /** Reads a FUNDING event, or a MARK_PRICE with {@link EventFlag#WITH_FUNDING}. */
    void read(Token token, long tick, EventView events, int event, StateBlock state, int base) {
        boolean isSettled = events.has(event, EventFlag.SETTLED);
        // What was paid is history; it stands in only where the venue gives no estimate.
        if (isSettled && state.getLong(base + FUNDING_ESTIMATE_SEEN) != 0) {
            return;
        }
        boolean isFresh = Freshness.isFresh(state, base + FUNDING_TICK, tick, staleTicks);
        long timeMs = events.exchangeTimeMs(event);
        if (isFresh && timeMs < state.getLong(base + FUNDING_TIME_MS)) {
            return;
        }
        if (!isSettled) {
            state.setLong(base + FUNDING_ESTIMATE_SEEN, 1);
            learnInterval(state, base, events.fundingTimeMs(event), isFresh);
        }
        double rate = Decimals.toDouble(events.fundingRateMantissa(event), Token.FUNDING_RATE_EXPONENT);
        add(state, base, tick, rate * (MINUTES_OF_8H / (double) intervalMinutes(token, events, event, state, base)));
        state.setLong(base + FUNDING_TICK, tick);
        state.setLong(base + FUNDING_TIME_MS, timeMs);
    }

    /**
     * Two funding times in a row are one interval apart: a venue changes it within the day and does not always say so. A message
     * need not state the time.
     */
    private static void learnInterval(StateBlock state, int base, long nextFundingTimeMs, boolean isUnbroken) {
        if (nextFundingTimeMs == 0) {
            return;
        }
        long apartMs = nextFundingTimeMs - state.getLong(base + NEXT_FUNDING_TIME_MS);
        if (isUnbroken && state.getLong(base + NEXT_FUNDING_TIME_MS) != 0 && isUsualInterval(apartMs)) {
            state.setLong(base + FUNDING_INTERVAL_MINUTES, apartMs / MINUTE_MS);
        }
        state.setLong(base + NEXT_FUNDING_TIME_MS, nextFundingTimeMs);
    }

    private static boolean isUsualInterval(long apartMs) {
        return apartMs == 60 * MINUTE_MS
                || apartMs == 120 * MINUTE_MS
                || apartMs == 240 * MINUTE_MS
                || apartMs == 360 * MINUTE_MS
                || apartMs == 480 * MINUTE_MS;
    }

    private static long intervalMinutes(Token token, EventView events, int event, StateBlock state, int base) {
        long learnt = state.getLong(base + FUNDING_INTERVAL_MINUTES);
        if (learnt > 0) {
            return learnt;
        }
        boolean isStated = events.kind(event) == EventKind.FUNDING && events.fundingIntervalMinutes(event) > 0;
        return isStated ? events.fundingIntervalMinutes(event) : token.fundingIntervalMinutes();
    }

    private void add(StateBlock state, int base, long tick, double ratePer8h) {
        double aboveInterest = ratePer8h - interestPer8h;
        double skew = aboveInterest - state.getDouble(base + FUNDING_BASELINE);
        double usualSquare = state.getDouble(base + FUNDING_SKEW_SQUARE);
        state.setDouble(base + FUNDING_SCORE, Scores.squash(skew / Math.sqrt(scaleSquare + usualSquare)));
        long lastTick = state.getLong(base + FUNDING_TICK);
        if (lastTick == 0) {
            // How long the first rate has held is not known.
            return;
        }
        double weight = EwMean.elapsedWeight((double) Math.min(tick - lastTick, staleTicks), baselineTicks);
        EwMean.add(state, base + FUNDING_BASELINE, weight, aboveInterest);
        EwMean.add(state, base + FUNDING_SKEW_SQUARE, weight, skew * skew);
    }

    boolean isValid(long tick, StateBlock state, int base) {
        return Freshness.isFresh(state, base + FUNDING_TICK, tick, staleTicks);
    }

    /** Forgets the last rate, and keeps the baseline, the usual skew and the interval. */
    static void restart(StateBlock state, int base) {
        state.setLong(base + FUNDING_TICK, 0);
        state.setDouble(base + FUNDING_SCORE, 0);
        state.setLong(base + NEXT_FUNDING_TIME_MS, 0);
        state.setLong(base + FUNDING_ESTIMATE_SEEN, 0);
    }
}
