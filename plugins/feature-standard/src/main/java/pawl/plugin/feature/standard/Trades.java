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
import pawl.plugin.feature.standard.ReferenceVenue.Standing;

/**
 * Adds up what takers bought less what they sold, in quote units, over all venues since the last sample; and keeps the last price
 * of the venue followed, for tokens without quotes.
 */
final class Trades {
    private final long staleTicks;

    Trades(StandardSettings settings) {
        staleTicks = settings.tradeStaleTicks();
    }

    void read(Token token, long tick, EventView events, int event, StateBlock state) {
        if (events.has(event, EventFlag.OFF_BOOK)
                || events.priceMantissa(event) <= 0
                || events.quantityMantissa(event) <= 0) {
            return;
        }
        double price = token.price(events.priceMantissa(event));
        double notional = price * token.quantity(events.quantityMantissa(event));
        double signed = events.has(event, EventFlag.TAKER_SOLD) ? -notional : notional;
        state.setDouble(SIGNED_FLOW, state.getDouble(SIGNED_FLOW) + signed);
        Standing standing = ReferenceVenue.TRADES.admit(state, events.venueIndex(event));
        if (standing != Standing.IGNORED) {
            keepPrice(standing, tick, events.exchangeTimeMs(event), price, state);
        }
        state.setLong(TRADE_TICK, tick);
    }

    private void keepPrice(Standing standing, long tick, long timeMs, double price, StateBlock state) {
        if (standing == Standing.NEWLY_FOLLOWED) {
            state.setDouble(SAMPLED_PRICE, 0);
        } else if (timeMs < state.getLong(TRADE_TIME_MS) && isFresh(tick, state)) {
            return;
        }
        state.setLong(TRADE_TIME_MS, timeMs);
        state.setDouble(TRADE_PRICE, price);
    }

    boolean isFresh(long tick, StateBlock state) {
        return Freshness.isFresh(state, TRADE_TICK, tick, staleTicks);
    }

    /** Trades are known to be missing, so what was added up of them says nothing. */
    static void restartFlow(StateBlock state) {
        state.setLong(FLOW_SAMPLES, 0);
        state.setDouble(SIGNED_FLOW, 0);
    }

    static void restart(StateBlock state) {
        restartFlow(state);
        state.setLong(TRADE_TICK, 0);
        state.setDouble(TRADE_PRICE, 0);
    }
}
