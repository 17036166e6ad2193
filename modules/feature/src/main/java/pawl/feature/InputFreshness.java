package pawl.feature;

import pawl.api.event.EventBatch;
import pawl.api.event.EventKind;
import pawl.api.plugin.StateBlock;

/**
 * How long ago each venue was last heard of a token, in ticks and never by comparing clocks (D3), and whether that holds the token's
 * machine (D5). A venue is <em>live</em> when it was heard and has not been silent, without trade or quote, for a configured time; it
 * is <em>fresh</em> when it is live and no gap of it holds. The machine is held while no venue is fresh: what one venue lacks does
 * not hold a token that another is heard of.
 */
public final class InputFreshness {
    private static final int WORDS_OF_A_VENUE = 3;
    private static final int LIVE_TICKS = 0;
    private static final int SILENT_TICKS = 1;
    private static final int GAP_HOLD_TICKS = 2;

    private final StateBlock state;
    private final int venueCount;
    private final int staleAfterTicks;
    private final int gapHoldTicks;

    /**
     * @param state of {@link #stateWords} words
     * @param staleAfterTicks above 0
     */
    public InputFreshness(StateBlock state, int staleAfterTicks, int gapHoldTicks) {
        this.state = state;
        venueCount = state.length() / WORDS_OF_A_VENUE;
        this.staleAfterTicks = staleAfterTicks;
        this.gapHoldTicks = gapHoldTicks;
    }

    /** How many words of state it needs. */
    public static int stateWords(int venueCount) {
        return venueCount * WORDS_OF_A_VENUE;
    }

    public int venueCount() {
        return venueCount;
    }

    /** Takes in one tick's flush. */
    public void update(EventBatch events) {
        for (int venue = 0; venue < venueCount; venue++) {
            set(venue, SILENT_TICKS, silentTicks(venue) + 1);
            set(venue, GAP_HOLD_TICKS, Math.max(0, gapHoldTicks(venue) - 1));
        }
        for (int event = 0; event < events.size(); event++) {
            EventKind kind = events.kind(event);
            if (kind == EventKind.TRADE || kind == EventKind.BOOK_TICKER) {
                set(events.venueIndex(event), SILENT_TICKS, 0);
            } else if (kind == EventKind.GAP) {
                set(events.venueIndex(event), GAP_HOLD_TICKS, gapHoldTicks);
            }
        }
        for (int venue = 0; venue < venueCount; venue++) {
            boolean isHeard = silentTicks(venue) == 0;
            boolean staysLive = isLive(venue) && silentTicks(venue) < staleAfterTicks;
            set(venue, LIVE_TICKS, isHeard || staysLive ? liveTicks(venue) + 1 : 0);
        }
    }

    /** Whether the machine must stand still this tick. */
    public boolean holds() {
        for (int venue = 0; venue < venueCount; venue++) {
            if (isFresh(venue)) {
                return false;
            }
        }
        return true;
    }

    public boolean isLive(int venue) {
        return liveTicks(venue) > 0;
    }

    public boolean isFresh(int venue) {
        return isLive(venue) && gapHoldTicks(venue) == 0;
    }

    /** For how many ticks in a row the venue has been live. */
    public long liveTicks(int venue) {
        return get(venue, LIVE_TICKS);
    }

    /** Ticks since the last one that flushed a trade or a quote of the venue; counted from the start where there was none. */
    public long silentTicks(int venue) {
        return get(venue, SILENT_TICKS);
    }

    /** For how many ticks more a gap of the venue holds. */
    public long gapHoldTicks(int venue) {
        return get(venue, GAP_HOLD_TICKS);
    }

    /** After an outage nothing has been heard yet. */
    public void restart() {
        state.clear();
    }

    private long get(int venue, int word) {
        return state.getLong(venue * WORDS_OF_A_VENUE + word);
    }

    private void set(int venue, int word, long value) {
        state.setLong(venue * WORDS_OF_A_VENUE + word, value);
    }
}
