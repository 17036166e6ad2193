package pawl.plugin.feature.standard;

import static pawl.plugin.feature.standard.StateWords.FLOW_SAMPLES;
import static pawl.plugin.feature.standard.StateWords.SAMPLED_PRICE;
import static pawl.plugin.feature.standard.StateWords.SIGNED_FLOW;
import static pawl.plugin.feature.standard.StateWords.TRADE_PRICE;
import static pawl.plugin.feature.standard.StateWords.TRADE_TICK;
import static pawl.plugin.feature.standard.StateWords.TRADE_TIME_MS;

import pawl.api.event.EventFlag;
import pawl.api.event.EventView;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/**
 * Adds up what takers of a venue bought less what they sold, in quote units, since the last sample; and keeps the last price, for
 * tokens without quotes.
 */
final class Trades {
    private final long staleTicks;

    Trades(StandardSettings settings) {
        staleTicks = settings.tradeStaleTicks();
    }

    void read(Token token, long tick, EventView events, int event, StateBlock state, int base) {
        if (events.has(event, EventFlag.OFF_BOOK)
                || events.priceMantissa(event) <= 0
                || events.quantityMantissa(event) <= 0) {
            return;
        }
        double price = token.price(events.priceMantissa(event));
        double notional = price * token.quantity(events.quantityMantissa(event));
        double signed = events.has(event, EventFlag.TAKER_SOLD) ? -notional : notional;
        state.setDouble(base + SIGNED_FLOW, state.getDouble(base + SIGNED_FLOW) + signed);
        if (state.getLong(base + TRADE_TICK) == 0) {
            state.setDouble(base + SAMPLED_PRICE, 0);
        }
        long timeMs = events.exchangeTimeMs(event);
        if (timeMs >= state.getLong(base + TRADE_TIME_MS) || !isFresh(tick, state, base)) {
            state.setLong(base + TRADE_TIME_MS, timeMs);
            state.setDouble(base + TRADE_PRICE, price);
        }
        state.setLong(base + TRADE_TICK, tick);
    }

    boolean isFresh(long tick, StateBlock state, int base) {
        return Freshness.isFresh(state, base + TRADE_TICK, tick, staleTicks);
    }

    /** Trades are known to be missing, so what was added up of them says nothing. */
    static void restartFlow(StateBlock state, int base) {
        state.setLong(base + FLOW_SAMPLES, 0);
        state.setDouble(base + SIGNED_FLOW, 0);
    }

    static void restart(StateBlock state, int base) {
        restartFlow(state, base);
        state.setLong(base + TRADE_TICK, 0);
        state.setDouble(base + TRADE_PRICE, 0);
    }
}
