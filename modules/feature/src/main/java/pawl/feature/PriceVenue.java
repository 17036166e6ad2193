package pawl.feature;

import pawl.api.plugin.StateBlock;

/**
 * Which of a token's venues its candles and its last price follow: the first live one in order of priority, so that no candle shows
 * a move that is only the distance between two venues. When it falls silent the next live one takes over at once; one of higher
 * priority takes back when it has been live for twice the time of staleness in a row, because one message alone keeps it live for
 * once that time. Gaps change nothing: what comes after a gap is still the venue's price.
 */
public final class PriceVenue {
    /** There is none before the first trade or quote. */
    public static final int NONE = -1;

    private static final int VENUE_PLUS_1 = 0;

    private final StateBlock state;
    private final InputFreshness freshness;
    private final long returnTicks;

    /** @param state of {@link #stateWords} words */
    public PriceVenue(StateBlock state, InputFreshness freshness, int staleAfterTicks) {
        this.state = state;
        this.freshness = freshness;
        returnTicks = 2L * staleAfterTicks;
    }

    /** How many words of state it needs. */
    public static int stateWords() {
        return 1;
    }

    /** To be called when the tick's flush was taken into the freshness. */
    public void update() {
        int followed = venue();
        boolean hasLost = followed == NONE || !freshness.isLive(followed);
        int end = hasLost ? freshness.venueCount() : followed;
        long neededTicks = hasLost ? 1 : returnTicks;
        for (int venue = 0; venue < end; venue++) {
            if (freshness.liveTicks(venue) >= neededTicks) {
                state.setLong(VENUE_PLUS_1, venue + 1);
                return;
            }
        }
    }

    /** The venue's index; {@link #NONE} where none was heard. The last one stays while none is live. */
    public int venue() {
        return (int) state.getLong(VENUE_PLUS_1) - 1;
    }

    /** After an outage the venue is chosen anew. */
    public void restart() {
        state.clear();
    }
}
