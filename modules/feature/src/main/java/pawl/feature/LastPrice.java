package pawl.feature;

import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.plugin.StateBlock;

/** The price of a token's last trade on the book, in the order of flushes, at the venue that is followed ({@link PriceVenue}). */
public final class LastPrice {
    private static final int PRICE_MANTISSA_WORD = 0;

    private final StateBlock state;

    /** @param state of {@link #stateWords} words */
    public LastPrice(StateBlock state) {
        this.state = state;
    }

    /** How many words of state it needs. */
    public static int stateWords() {
        return 1;
    }

    /** Takes in the venue's part of one tick's flush. */
    public void update(EventBatch events, int venue) {
        for (int event = events.size() - 1; event >= 0; event--) {
            if (events.kind(event) == EventKind.TRADE
                    && events.venueIndex(event) == venue
                    && !events.has(event, EventFlag.OFF_BOOK)) {
                state.setLong(PRICE_MANTISSA_WORD, events.priceMantissa(event));
                return;
            }
        }
    }

    /** At the token's price exponent; 0 before the first trade. */
    public long priceMantissa() {
        return state.getLong(PRICE_MANTISSA_WORD);
    }

    /** After an outage no price is known. */
    public void restart() {
        state.clear();
    }
}
