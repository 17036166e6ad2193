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
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;
import pawl.plugin.feature.standard.ReferenceVenue.Standing;

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
    void read(Token token, long tick, EventView events, int event, StateBlock state) {
        Standing standing = ReferenceVenue.FUNDING.admit(state, events.venueIndex(event));
        if (standing == Standing.IGNORED) {
            return;
        }
        if (standing == Standing.NEWLY_FOLLOWED) {
            restart(state);
        }
        boolean isSettled = events.has(event, EventFlag.SETTLED);
        // What was paid is history; it stands in only where the venue gives no estimate.
        if (isSettled && state.getLong(FUNDING_ESTIMATE_SEEN) != 0) {
            return;
        }
        boolean isFresh = Freshness.isFresh(state, FUNDING_TICK, tick, staleTicks);
        long timeMs = events.exchangeTimeMs(event);
        if (isFresh && timeMs < state.getLong(FUNDING_TIME_MS)) {
            return;
        }
        if (!isSettled) {
            state.setLong(FUNDING_ESTIMATE_SEEN, 1);
            learnInterval(state, events.fundingTimeMs(event), isFresh);
        }
        double rate = Decimals.toDouble(events.fundingRateMantissa(event), Token.FUNDING_RATE_EXPONENT);
        add(state, tick, rate * (MINUTES_OF_8H / (double) intervalMinutes(token, events, event, state)));
        state.setLong(FUNDING_TICK, tick);
        state.setLong(FUNDING_TIME_MS, timeMs);
    }

    /** Two funding times in a row are one interval apart: a venue changes it within the day and does not always say so. */
    private static void learnInterval(StateBlock state, long nextFundingTimeMs, boolean isUnbroken) {
        long apartMs = nextFundingTimeMs - state.getLong(NEXT_FUNDING_TIME_MS);
        if (isUnbroken && state.getLong(NEXT_FUNDING_TIME_MS) != 0 && isUsualInterval(apartMs)) {
            state.setLong(FUNDING_INTERVAL_MINUTES, apartMs / MINUTE_MS);
        }
        state.setLong(NEXT_FUNDING_TIME_MS, nextFundingTimeMs);
    }

    private static boolean isUsualInterval(long apartMs) {
        return apartMs == 60 * MINUTE_MS
                || apartMs == 120 * MINUTE_MS
                || apartMs == 240 * MINUTE_MS
                || apartMs == 360 * MINUTE_MS
                || apartMs == 480 * MINUTE_MS;
    }

    private static long intervalMinutes(Token token, EventView events, int event, StateBlock state) {
        long learnt = state.getLong(FUNDING_INTERVAL_MINUTES);
        if (learnt > 0) {
            return learnt;
        }
        boolean isStated = events.kind(event) == EventKind.FUNDING && events.fundingIntervalMinutes(event) > 0;
        return isStated ? events.fundingIntervalMinutes(event) : token.fundingIntervalMinutes();
    }

    private void add(StateBlock state, long tick, double ratePer8h) {
        double aboveInterest = ratePer8h - interestPer8h;
        double skew = aboveInterest - state.getDouble(FUNDING_BASELINE);
        double usualSquare = state.getDouble(FUNDING_SKEW_SQUARE);
        state.setDouble(FUNDING_SCORE, Scores.squash(skew / Math.sqrt(scaleSquare + usualSquare)));
        long lastTick = state.getLong(FUNDING_TICK);
        if (lastTick == 0) {
            // How long the first rate has held is not known.
            return;
        }
        double weight = EwMean.elapsedWeight((double) Math.min(tick - lastTick, staleTicks), baselineTicks);
        EwMean.add(state, FUNDING_BASELINE, weight, aboveInterest);
        EwMean.add(state, FUNDING_SKEW_SQUARE, weight, skew * skew);
    }

    void score(long tick, StateBlock state, FeatureFrame frame) {
        if (Freshness.isFresh(state, FUNDING_TICK, tick, staleTicks)) {
            frame.set(Feature.FUNDING_SKEW, state.getDouble(FUNDING_SCORE));
        }
    }

    /** Forgets the last rate, and keeps the baseline, the usual skew and the interval. */
    static void restart(StateBlock state) {
        state.setLong(FUNDING_TICK, 0);
        state.setDouble(FUNDING_SCORE, 0);
        state.setLong(NEXT_FUNDING_TIME_MS, 0);
        state.setLong(FUNDING_ESTIMATE_SEEN, 0);
    }
}
