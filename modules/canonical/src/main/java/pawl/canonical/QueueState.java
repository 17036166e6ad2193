package pawl.canonical;

import pawl.api.plugin.StateBlock;

/** What a token's queue remembers, for those who read a snapshot. */
public final class QueueState {
    private final StateBlock state;

    public QueueState(StateBlock state) {
        this.state = state;
    }

    /** The highest exchange time that was flushed, in milliseconds since the epoch; 0 before the first event. */
    public long highestExchangeTimeMs() {
        return state.getLong(TokenQueue.HIGHEST_TIME_WORD);
    }

    /** For how many venues the token may be heard. */
    public int venueCount() {
        return (state.length() - TokenQueue.FIRST_VENUE_WORD) / TradeWindow.WORDS;
    }

    /** Whether a venue's trade ids have no order. */
    public boolean isWithoutOrder(int venue) {
        return window(venue).isWithoutOrder();
    }

    /** How many new trades a venue has shown whose ids have no order; 0 for others. */
    public long tradesShown(int venue) {
        return window(venue).tradesShown();
    }

    /** The highest trade id that a venue has shown; 0 before its first, and where ids have no order. */
    public long highestTradeId(int venue) {
        return window(venue).highestId();
    }

    /** The last aggregate id that a venue has shown; 0 before its first, and where ids have no order. */
    public long lastAggregateId(int venue) {
        return window(venue).lastAggregateId();
    }

    private TradeWindow window(int venue) {
        return new TradeWindow(state, TokenQueue.FIRST_VENUE_WORD + venue * TradeWindow.WORDS);
    }
}
