package pawl.canonical;

import java.util.Arrays;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.plugin.StateBlock;

/**
 * One token's queue (E3.2): events in order of arrival between two ticks, and at the tick, in the total order, what is new of them.
 * What it must remember from tick to tick lies in the token's block; the queue itself is empty after each flush.
 */
public final class TokenQueue {
    static final int HIGHEST_TIME_WORD = 0;
    static final int FIRST_VENUE_WORD = 1;

    private final EventBatch arrived = new EventBatch();
    private final TotalOrder order = new TotalOrder();
    private final StateBlock state;
    private final TradeWindow[] windows;
    private final int[] lastQuoteOfVenue;
    private final boolean conflatesBookTicker;

    /**
     * @param state of {@link #stateWords} words
     * @param conflatesBookTicker keep only a venue's last quote of each tick (D3)
     */
    public TokenQueue(StateBlock state, int venueCount, boolean conflatesBookTicker) {
        this.state = state;
        this.conflatesBookTicker = conflatesBookTicker;
        windows = new TradeWindow[venueCount];
        for (int venue = 0; venue < venueCount; venue++) {
            windows[venue] = new TradeWindow(state, FIRST_VENUE_WORD + venue * TradeWindow.WORDS);
        }
        lastQuoteOfVenue = new int[venueCount];
    }

    /** How many words of state a queue needs. */
    public static int stateWords(int venueCount) {
        return FIRST_VENUE_WORD + venueCount * TradeWindow.WORDS;
    }

    /** The events that came since the last flush, to add to. */
    public EventBatch arrived() {
        return arrived;
    }

    /**
     * Moves what is new into {@code flushed}, which is cleared first, and counts what was not.
     *
     * <p>Order: exchange time, kind ({@link EventKind}'s own order), venue, the venue's sequence, arrival. A fill already flushed is
     * dropped; see {@link TradeWindow} for the rule where a venue sends fills and aggregates of them, and for ids without order. A
     * hole in trade ids becomes a GAP event just before the trade that showed it.
     */
    public void flush(EventBatch flushed, FlushCounts counts) {
        flushed.clear();
        int size = arrived.size();
        if (size == 0) {
            return;
        }
        int[] sorted = order.of(arrived);
        if (conflatesBookTicker) {
            findLastQuotes(sorted, size);
        }
        long highestTimeMs = state.getLong(HIGHEST_TIME_WORD);
        long newHighestTimeMs = highestTimeMs;
        for (int i = 0; i < size; i++) {
            int event = sorted[i];
            EventKind kind = arrived.kind(event);
            if (kind == EventKind.BOOK_TICKER && isConflated(event)) {
                counts.conflated++;
                continue;
            }
            int firstNew = flushed.size();
            if (kind == EventKind.TRADE && !windows[arrived.venueIndex(event)].admit(arrived, event, flushed, counts)) {
                counts.duplicates++;
                continue;
            }
            flushed.addFrom(arrived, event);
            if (kind.isOfHearing()) {
                continue; // Its time is the host's, which says nothing of the venue's.
            }
            long exchangeTimeMs = arrived.exchangeTimeMs(event);
            if (exchangeTimeMs < highestTimeMs) {
                markLate(flushed, firstNew, counts);
            } else if (exchangeTimeMs > newHighestTimeMs) {
                newHighestTimeMs = exchangeTimeMs;
            }
        }
        state.setLong(HIGHEST_TIME_WORD, newHighestTimeMs);
        arrived.clear();
    }

    /** A trade, and a gap that it showed, which has its time. */
    private static void markLate(EventBatch flushed, int from, FlushCounts counts) {
        for (int event = from; event < flushed.size(); event++) {
            flushed.addFlags(event, EventFlag.LATE);
            counts.late++;
        }
    }

    private void findLastQuotes(int[] sorted, int size) {
        Arrays.fill(lastQuoteOfVenue, -1);
        for (int i = 0; i < size; i++) {
            if (arrived.kind(sorted[i]) == EventKind.BOOK_TICKER) {
                lastQuoteOfVenue[arrived.venueIndex(sorted[i])] = sorted[i];
            }
        }
    }

    private boolean isConflated(int event) {
        return conflatesBookTicker && lastQuoteOfVenue[arrived.venueIndex(event)] != event;
    }
}
