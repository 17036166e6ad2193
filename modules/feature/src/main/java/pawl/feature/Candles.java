package pawl.feature;

import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.plugin.StateBlock;

/**
 * A token's candles of one length (E4.2): the open one and the last that closed. Bucketed by exchange time, as venues' own candles
 * are; fed by trades on the book of one venue at a time ({@link PriceVenue}) only. A candle closes when a trade of a later bucket is flushed, and never changes after: a trade
 * that comes for a closed bucket is counted and left out. A bucket without trades has no candle.
 */
public final class Candles {
    public static final long ONE_MINUTE_MS = 60_000;
    public static final long FIVE_MINUTES_MS = 300_000;

    private static final int OPEN_BASE = 0;
    private static final int CLOSED_BASE = Candle.WORDS;
    private static final int TOO_LATE_WORD = 2 * Candle.WORDS;

    private final StateBlock state;
    private final int base;
    private final long lengthMs;
    private final Candle open;
    private final Candle closed;

    /** @param base the first of {@link #stateWords} words in the block */
    public Candles(StateBlock state, int base, long lengthMs) {
        this.state = state;
        this.base = base;
        this.lengthMs = lengthMs;
        open = new Candle(state, base + OPEN_BASE);
        closed = new Candle(state, base + CLOSED_BASE);
    }

    /** How many words of state it needs. */
    public static int stateWords() {
        return TOO_LATE_WORD + 1;
    }

    /** Takes in the venue's part of a tick's flush; {@code closings} hears of each candle that closes, once. */
    public void update(EventBatch events, int venue, CandleClosings closings) {
        for (int event = 0; event < events.size(); event++) {
            if (events.kind(event) == EventKind.TRADE
                    && events.venueIndex(event) == venue
                    && !events.has(event, EventFlag.OFF_BOOK)) {
                add(events, event, closings);
            }
        }
    }

    private void add(EventBatch events, int event, CandleClosings closings) {
        long timeMs = events.exchangeTimeMs(event);
        long bucketMs = timeMs - Math.floorMod(timeMs, lengthMs);
        if (open.exists() && bucketMs < open.openTimeMs()) {
            state.setLong(base + TOO_LATE_WORD, tooLateTrades() + 1);
            return;
        }
        if (!open.exists() || bucketMs > open.openTimeMs()) {
            if (open.exists()) {
                closed.copyFrom(open);
                closings.closed(lengthMs, closed);
            }
            open.open(bucketMs, events.priceMantissa(event));
        }
        open.add(
                events.priceMantissa(event),
                events.quantityMantissa(event),
                events.lastTradeId(event) - events.firstTradeId(event) + 1,
                !events.has(event, EventFlag.TAKER_SOLD));
    }

    /** The candle that still grows. */
    public Candle open() {
        return open;
    }

    /** The last that closed. */
    public Candle closed() {
        return closed;
    }

    /** How many trades came after their candle had closed. */
    public long tooLateTrades() {
        return state.getLong(base + TOO_LATE_WORD);
    }
}
