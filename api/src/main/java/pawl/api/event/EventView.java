package pawl.api.event;

/**
 * Canonical events of one token in order, to be read. An accessor is meaningful for the kinds its comment names and undefined for
 * others; units are those of {@link EventSink}. An event's position is 0 to {@link #size} − 1; any other throws
 * {@link IndexOutOfBoundsException}. Owned by the engine's thread; a plugin reads it during the call that hands it over.
 */
public sealed interface EventView permits EventBatch {
    int size();

    EventKind kind(int event);

    int venueIndex(int event);

    int flags(int event);

    boolean has(int event, int flag);

    long exchangeTimeMs(int event);

    /** The venue's own number that orders events of one kind: last trade id, update id; 0 where the venue has none. */
    long sequence(int event);

    /** Word {@code 0} to {@code 5} of the payload, as the log holds it. */
    long payload(int event, int word);

    /** TRADE. */
    long priceMantissa(int event);

    /** TRADE. */
    long quantityMantissa(int event);

    /** TRADE. */
    long firstTradeId(int event);

    /** TRADE: the same as {@link #sequence}. */
    long lastTradeId(int event);

    /** TRADE with {@link EventFlag#AGGREGATE}. */
    long aggregateId(int event);

    /** BOOK_TICKER. */
    long bidPriceMantissa(int event);

    /** BOOK_TICKER. */
    long bidQuantityMantissa(int event);

    /** BOOK_TICKER. */
    long askPriceMantissa(int event);

    /** BOOK_TICKER. */
    long askQuantityMantissa(int event);

    /** MARK_PRICE. */
    long markPriceMantissa(int event);

    /** MARK_PRICE with {@link EventFlag#WITH_INDEX}. */
    long indexPriceMantissa(int event);

    /** MARK_PRICE with {@link EventFlag#WITH_FUNDING}, and FUNDING. */
    long fundingRateMantissa(int event);

    /** MARK_PRICE with {@link EventFlag#WITH_FUNDING}: the next funding; FUNDING: the one that the rate is of. */
    long fundingTimeMs(int event);

    /** FUNDING. */
    int fundingIntervalMinutes(int event);

    /** LIQUIDATION. */
    long averagePriceMantissa(int event);

    /** LIQUIDATION. */
    long filledQuantityMantissa(int event);

    /** OPEN_INTEREST. */
    long openInterestMantissa(int event);

    /** GAP: the first trade id, or aggregate id, that is missing. */
    long firstMissingId(int event);

    /** GAP: the last that is missing. */
    long lastMissingId(int event);

    /** FEED_STATE, FEED_COUNT: the stream's kind of event. */
    EventKind streamKind(int event);
}
