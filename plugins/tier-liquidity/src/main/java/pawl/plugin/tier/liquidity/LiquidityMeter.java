package pawl.plugin.tier.liquidity;

import static pawl.plugin.tier.liquidity.StateWords.COVERED_TICKS;
import static pawl.plugin.tier.liquidity.StateWords.HAS_SPREAD;
import static pawl.plugin.tier.liquidity.StateWords.MEAN_SPREAD_BPS;
import static pawl.plugin.tier.liquidity.StateWords.NOTIONAL_PER_MINUTE;
import static pawl.plugin.tier.liquidity.StateWords.NOTIONAL_SAMPLES;
import static pawl.plugin.tier.liquidity.StateWords.NOTIONAL_SUM;
import static pawl.plugin.tier.liquidity.StateWords.QUOTE_VENUE;
import static pawl.plugin.tier.liquidity.StateWords.SPREAD_BPS;
import static pawl.plugin.tier.liquidity.StateWords.SPREAD_BPS_SUM;
import static pawl.plugin.tier.liquidity.StateWords.SPREAD_SAMPLES;
import static pawl.plugin.tier.liquidity.StateWords.SPREAD_TICKS;

import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.event.EventView;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Ticks;
import pawl.api.token.Token;

/**
 * Notional per minute and spread of a token, as exponential means over cadences. Within a cadence it only adds up: the notional of
 * all venues, and the spread in force at the end of each tick.
 */
final class LiquidityMeter {
    private static final double BPS = 10_000;

    private static final double TICKS_PER_MINUTE = (double) (60 * Ticks.TICKS_PER_SECOND);

    private final long cadenceTicks;
    private final double cadencesPerMinute;
    private final double steadyWeight;

    LiquidityMeter(LiquiditySettings settings) {
        cadenceTicks = settings.cadenceTicks();
        cadencesPerMinute = TICKS_PER_MINUTE / (double) cadenceTicks;
        steadyWeight = 2.0 / (double) (settings.windowCadences() + 1);
    }

    void read(Token token, EventView events, StateBlock state) {
        for (int event = 0; event < events.size(); event++) {
            EventKind kind = events.kind(event);
            if (kind == EventKind.TRADE) {
                readTrade(token, events, event, state);
            } else if (kind == EventKind.BOOK_TICKER) {
                readQuote(token, events, event, state);
            }
        }
        if (state.getLong(HAS_SPREAD) != 0) {
            state.setDouble(SPREAD_BPS_SUM, state.getDouble(SPREAD_BPS_SUM) + state.getDouble(SPREAD_BPS));
            state.setLong(SPREAD_TICKS, state.getLong(SPREAD_TICKS) + 1);
        }
        state.setLong(COVERED_TICKS, state.getLong(COVERED_TICKS) + 1);
    }

    private static void readTrade(Token token, EventView events, int event, StateBlock state) {
        if (events.has(event, EventFlag.OFF_BOOK)) {
            return;
        }
        double notional = token.price(events.priceMantissa(event)) * token.quantity(events.quantityMantissa(event));
        state.setDouble(NOTIONAL_SUM, state.getDouble(NOTIONAL_SUM) + Math.max(0, notional));
    }

    /** Follows the venue of highest priority heard, which is the lowest index; the word holds it plus 1. */
    private static void readQuote(Token token, EventView events, int event, StateBlock state) {
        long venue = events.venueIndex(event) + 1L;
        long followed = state.getLong(QUOTE_VENUE);
        if (followed != 0 && venue > followed) {
            return;
        }
        state.setLong(QUOTE_VENUE, venue);
        double bid = token.price(events.bidPriceMantissa(event));
        double ask = token.price(events.askPriceMantissa(event));
        boolean hasBothSides = bid > 0 && ask > 0;
        state.setLong(HAS_SPREAD, hasBothSides ? 1 : 0);
        if (hasBothSides) {
            state.setDouble(SPREAD_BPS, Math.max(0, BPS * 2 * (ask - bid) / (ask + bid)));
        }
    }

    /**
     * Takes what was added up since the last cadence into the means, if it covers a whole one, and starts the next.
     *
     * @return whether it did
     */
    boolean closeCadence(StateBlock state) {
        boolean isWhole = state.getLong(COVERED_TICKS) == cadenceTicks;
        if (isWhole) {
            add(state, NOTIONAL_SAMPLES, NOTIONAL_PER_MINUTE, state.getDouble(NOTIONAL_SUM) * cadencesPerMinute);
            long spreadTicks = state.getLong(SPREAD_TICKS);
            if (spreadTicks > 0) {
                add(state, SPREAD_SAMPLES, MEAN_SPREAD_BPS, state.getDouble(SPREAD_BPS_SUM) / (double) spreadTicks);
            }
        }
        drop(state);
        return isWhole;
    }

    /** Drops what was added up since the last cadence. */
    void drop(StateBlock state) {
        state.setLong(COVERED_TICKS, 0);
        state.setDouble(NOTIONAL_SUM, 0);
        state.setDouble(SPREAD_BPS_SUM, 0);
        state.setLong(SPREAD_TICKS, 0);
    }

    /** The first samples make a plain mean, which owes nothing to the zero it started from. */
    private void add(StateBlock state, int countWord, int meanWord, double sample) {
        long count = state.getLong(countWord) + 1;
        double weight = Math.max(1.0 / (double) count, steadyWeight);
        double mean = state.getDouble(meanWord);
        state.setLong(countWord, count);
        state.setDouble(meanWord, mean + weight * (sample - mean));
    }
}
