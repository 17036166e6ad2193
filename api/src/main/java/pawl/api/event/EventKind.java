package pawl.api.event;

/**
 * What a canonical event says (E3.1, D3). The code is part of the log's byte format and never changes; the declaration order is
 * the fixed priority between sources inside a flush: where exchange times are equal, cause comes before effect, so a trade
 * precedes the quote it moved.
 */
public enum EventKind {
    /** One or more fills at one price, against one side of the book. */
    TRADE(1),
    /** A forced order, as the venue publishes it; venues sample these. */
    LIQUIDATION(4),
    /** The best bid and ask. */
    BOOK_TICKER(2),
    /** Mark and index price, and the running funding estimate where the venue sends it along. */
    MARK_PRICE(3),
    /** A funding rate: settled, or the estimate for the next settlement. */
    FUNDING(6),
    /** Open interest of one side, in base units. */
    OPEN_INTEREST(5),
    /** Trade ids known to be missing. Made by the canonical layer, never by an adapter. */
    GAP(7),
    /** How far a stream can be trusted, as whoever hears it says ({@link pawl.api.exchange.FeedState}). Never made by an adapter. */
    FEED_STATE(8),
    /** The clock that drives the ticks was set. Never made by an adapter. */
    CLOCK_STEP(9),
    /** What a stream has delivered so far, as whoever hears it counts. Never made by an adapter. */
    FEED_COUNT(10),
    /** For a time nothing was read from a venue, because the engine was behind. Never made by an adapter. */
    BACK_PRESSURE(11),
    /** Another build of the venue's adapter, or none, decodes its frames from here on. Never made by an adapter. */
    ADAPTER_CHANGE(12);

    private static final EventKind[] BY_CODE = new EventKind[13];

    static {
        for (EventKind kind : values()) {
            BY_CODE[kind.code] = kind;
        }
    }

    private final int code;

    EventKind(int code) {
        this.code = code;
    }

    /** The record type in the log, 1 to 127. */
    public int code() {
        return code;
    }

    /** Whether it tells of the hearing itself rather than of the market: its time is the engine's, not the venue's. */
    public boolean isOfHearing() {
        return code >= FEED_STATE.code;
    }

    /** Whether a code names a kind of event. */
    public static boolean isCode(int code) {
        return code > 0 && code < BY_CODE.length;
    }

    /** @throws IllegalArgumentException when the code names no kind */
    public static EventKind ofCode(int code) {
        if (!isCode(code)) {
            throw new IllegalArgumentException("no event kind has the code " + code);
        }
        return BY_CODE[code];
    }
}
