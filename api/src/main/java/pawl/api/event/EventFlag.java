package pawl.api.event;

/** The bits of an event's flags, 16 in all, as they stand in the log. Bits not named here are zero. */
public final class EventFlag {
    /** TRADE: the taker sold. Clear: the taker bought. */
    public static final int TAKER_SOLD = 1;
    /** TRADE: made by the venue off its book (insurance fund, auto-deleveraging); feeds neither candles nor features. */
    public static final int OFF_BOOK = 1 << 1;
    /** TRADE: the venue's aggregate of the fills {@code firstTradeId} to {@code lastTradeId}. */
    public static final int AGGREGATE = 1 << 2;
    /** Any kind: its exchange time is before one that an earlier tick flushed for the token. Set by the canonical layer. */
    public static final int LATE = 1 << 3;
    /** Any kind: a number was rounded half-even to its stated exponent. */
    public static final int ROUNDED = 1 << 4;
    /** LIQUIDATION: a long was liquidated, so the forced order sold. Clear: a short was. */
    public static final int LONG_LIQUIDATED = 1 << 5;
    /** FUNDING: the rate was paid at the funding time. Clear: it is the estimate for it. */
    public static final int SETTLED = 1 << 6;
    /** MARK_PRICE: carries a funding rate and the next funding time. */
    public static final int WITH_FUNDING = 1 << 7;
    /** MARK_PRICE: carries an index price. */
    public static final int WITH_INDEX = 1 << 8;
    /** LIQUIDATION, FEED_STATE, FEED_COUNT: the venue publishes only a sample of what happens. */
    public static final int SAMPLED = 1 << 9;
    /** TRADE: missed on its stream and fetched afterwards. */
    public static final int BACKFILLED = 1 << 10;
    /**
     * TRADE: the venue numbers its trades by names without order; the id is a fingerprint of the name, by which a trade seen twice is
     * found. What was missed cannot be told from it.
     */
    public static final int UNORDERED_ID = 1 << 11;

    private EventFlag() {}

    /** Whether a set of flags has one. */
    public static boolean has(int flags, int flag) {
        return (flags & flag) != 0;
    }
}
