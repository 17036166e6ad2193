package pawl.api.event;

/**
 * Where an exchange adapter puts what a frame means. {@code instrument} is {@link pawl.api.token.Instrument#index}; a mantissa
 * is at the exponent its {@link pawl.api.token.Token} states; times are milliseconds since the epoch by the exchange's clock;
 * flags are those of {@link EventFlag} that the kind allows.
 *
 * <p>What is put here during one {@code decode} counts only when that call returns: of a refused frame nothing remains. Called on
 * the engine's thread; a call allocates nothing.
 */
public interface EventSink {
    /**
     * Fills at one price.
     *
     * @param exchangeTimeMs when they matched
     * @param firstTradeId of the fills; equal to the last for a single fill; where {@link EventFlag#UNORDERED_ID}, 64 bits made of
     *     the venue's name for the trade, as good as never the same for two
     * @param aggregateId the venue's own contiguous number of the aggregate; 0 unless {@link EventFlag#AGGREGATE}
     * @param priceMantissa above 0; 0 only where {@link EventFlag#OFF_BOOK}: venues number messages that traded nothing among trades
     * @param quantityMantissa likewise
     */
    void trade(
            int instrument,
            long exchangeTimeMs,
            long firstTradeId,
            long lastTradeId,
            long aggregateId,
            long priceMantissa,
            long quantityMantissa,
            int flags);

    /**
     * The best bid and ask. A side without an order has price and quantity 0.
     *
     * @param updateId rises with each update of the instrument; holes mean nothing
     */
    void bookTicker(
            int instrument,
            long exchangeTimeMs,
            long updateId,
            long bidPriceMantissa,
            long bidQuantityMantissa,
            long askPriceMantissa,
            long askQuantityMantissa,
            int flags);

    /**
     * Mark price.
     *
     * @param indexPriceMantissa 0 unless {@link EventFlag#WITH_INDEX}
     * @param fundingRateMantissa the running estimate for the coming settlement, at
     *     {@link pawl.api.token.Token#FUNDING_RATE_EXPONENT}; 0 unless {@link EventFlag#WITH_FUNDING}
     * @param nextFundingTimeMs 0 unless {@link EventFlag#WITH_FUNDING}
     */
    void markPrice(
            int instrument,
            long exchangeTimeMs,
            long markPriceMantissa,
            long indexPriceMantissa,
            long fundingRateMantissa,
            long nextFundingTimeMs,
            int flags);

    /**
     * A forced order; prices at the token's mark exponent.
     *
     * @param averagePriceMantissa of what was filled; 0 where the venue does not say
     * @param orderPriceMantissa the limit or bankruptcy price, as the venue has it
     */
    void liquidation(
            int instrument,
            long exchangeTimeMs,
            long averagePriceMantissa,
            long filledQuantityMantissa,
            long orderPriceMantissa,
            long orderQuantityMantissa,
            int flags);

    /** Open interest of one side, in base units. */
    void openInterest(int instrument, long exchangeTimeMs, long openInterestMantissa, int flags);

    /**
     * A funding rate.
     *
     * @param fundingTimeMs when it was or will be paid; 0 where the message does not say
     * @param intervalMinutes between fundings, above 0; the token's own where the message does not say
     */
    void funding(
            int instrument,
            long exchangeTimeMs,
            long fundingRateMantissa,
            long fundingTimeMs,
            int intervalMinutes,
            int flags);

    /**
     * A message that the engine has no use for, once for each.
     *
     * @param reason the venue's own name for the kind of message, or why it is of no use; one of few
     */
    void ignored(String reason);

    /** A message about a symbol for which no instrument was configured: the symbol's bytes, valid only during the call. */
    void unconfigured(byte[] bytes, int symbolOffset, int symbolLength);
}
