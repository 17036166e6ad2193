package pawl.plugin.feature.standard;

import static pawl.plugin.feature.standard.StateWords.BOOK_SAMPLES;
import static pawl.plugin.feature.standard.StateWords.DEPTH;
import static pawl.plugin.feature.standard.StateWords.MID_PRICE;
import static pawl.plugin.feature.standard.StateWords.QUOTE_SEQUENCE;
import static pawl.plugin.feature.standard.StateWords.QUOTE_TICK;
import static pawl.plugin.feature.standard.StateWords.QUOTE_TIME_MS;
import static pawl.plugin.feature.standard.StateWords.SAMPLED_PRICE;
import static pawl.plugin.feature.standard.StateWords.SPREAD;

import pawl.api.event.EventView;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;
import pawl.plugin.feature.standard.ReferenceVenue.Standing;

/** Keeps the last quote as mid price, relative spread and depth at the touch. A side without an order makes the mid price 0. */
final class Quotes {
    private final long staleTicks;

    Quotes(StandardSettings settings) {
        staleTicks = settings.quoteStaleTicks();
    }

    void read(Token token, long tick, EventView events, int event, StateBlock state) {
        Standing standing = ReferenceVenue.QUOTES.admit(state, events.venueIndex(event));
        if (standing == Standing.IGNORED) {
            return;
        }
        if (standing == Standing.NEWLY_FOLLOWED) {
            restart(state);
        }
        if (isFresh(tick, state) && isOlder(events, event, state)) {
            return;
        }
        state.setLong(QUOTE_TICK, tick);
        state.setLong(QUOTE_TIME_MS, events.exchangeTimeMs(event));
        state.setLong(QUOTE_SEQUENCE, events.sequence(event));
        long bidMantissa = events.bidPriceMantissa(event);
        long askMantissa = events.askPriceMantissa(event);
        long bidQuantityMantissa = events.bidQuantityMantissa(event);
        long askQuantityMantissa = events.askQuantityMantissa(event);
        if (bidMantissa <= 0 || askMantissa <= 0 || bidQuantityMantissa <= 0 || askQuantityMantissa <= 0) {
            state.setDouble(MID_PRICE, 0);
            return;
        }
        double bid = token.price(bidMantissa);
        double ask = token.price(askMantissa);
        double bidDepth = bid * token.quantity(bidQuantityMantissa);
        double askDepth = ask * token.quantity(askQuantityMantissa);
        state.setDouble(MID_PRICE, (bid + ask) / 2);
        state.setDouble(SPREAD, Math.max(0, Scores.relativeChange(bid, ask)));
        state.setDouble(DEPTH, (bidDepth + askDepth) / 2);
    }

    private static boolean isOlder(EventView events, int event, StateBlock state) {
        long timeMs = events.exchangeTimeMs(event);
        long lastMs = state.getLong(QUOTE_TIME_MS);
        return timeMs < lastMs || (timeMs == lastMs && events.sequence(event) < state.getLong(QUOTE_SEQUENCE));
    }

    boolean isFresh(long tick, StateBlock state) {
        return Freshness.isFresh(state, QUOTE_TICK, tick, staleTicks);
    }

    /** Forgets the quote and what is compared with the next one. */
    static void restart(StateBlock state) {
        state.setLong(QUOTE_TICK, 0);
        state.setDouble(MID_PRICE, 0);
        state.setDouble(SAMPLED_PRICE, 0);
        state.setLong(BOOK_SAMPLES, 0);
    }
}
