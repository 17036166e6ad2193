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

/** Keeps a venue's last quote as mid price, relative spread and depth at the touch. A side without an order makes the mid price 0. */
final class Quotes {
    private final long staleTicks;

    Quotes(StandardSettings settings) {
        staleTicks = settings.quoteStaleTicks();
    }

    void read(Token token, long tick, EventView events, int event, StateBlock state, int base) {
        if (isFresh(tick, state, base) && isOlder(events, event, state, base)) {
            return;
        }
        if (state.getLong(base + QUOTE_TICK) == 0) {
            state.setDouble(base + SAMPLED_PRICE, 0);
        }
        state.setLong(base + QUOTE_TICK, tick);
        state.setLong(base + QUOTE_TIME_MS, events.exchangeTimeMs(event));
        state.setLong(base + QUOTE_SEQUENCE, events.sequence(event));
        long bidMantissa = events.bidPriceMantissa(event);
        long askMantissa = events.askPriceMantissa(event);
        long bidQuantityMantissa = events.bidQuantityMantissa(event);
        long askQuantityMantissa = events.askQuantityMantissa(event);
        if (bidMantissa <= 0 || askMantissa <= 0 || bidQuantityMantissa <= 0 || askQuantityMantissa <= 0) {
            state.setDouble(base + MID_PRICE, 0);
            return;
        }
        double bid = token.price(bidMantissa);
        double ask = token.price(askMantissa);
        double bidDepth = bid * token.quantity(bidQuantityMantissa);
        double askDepth = ask * token.quantity(askQuantityMantissa);
        state.setDouble(base + MID_PRICE, (bid + ask) / 2);
        state.setDouble(base + SPREAD, Math.max(0, Scores.relativeChange(bid, ask)));
        state.setDouble(base + DEPTH, (bidDepth + askDepth) / 2);
    }

    private static boolean isOlder(EventView events, int event, StateBlock state, int base) {
        long timeMs = events.exchangeTimeMs(event);
        long lastMs = state.getLong(base + QUOTE_TIME_MS);
        return timeMs < lastMs || (timeMs == lastMs && events.sequence(event) < state.getLong(base + QUOTE_SEQUENCE));
    }

    boolean isFresh(long tick, StateBlock state, int base) {
        return Freshness.isFresh(state, base + QUOTE_TICK, tick, staleTicks);
    }

    /** Forgets the quote and what is compared with the next one. */
    static void restart(StateBlock state, int base) {
        state.setLong(base + QUOTE_TICK, 0);
        state.setDouble(base + MID_PRICE, 0);
        state.setDouble(base + SAMPLED_PRICE, 0);
        state.setLong(base + BOOK_SAMPLES, 0);
    }
}
