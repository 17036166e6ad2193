package pawl.plugin.exchange.binance;

/** What an adapter said to its sink. */
sealed interface Call {
    record Trade(
            int instrument,
            long exchangeTimeMs,
            long firstTradeId,
            long lastTradeId,
            long aggregateId,
            long price,
            long quantity,
            int flags)
            implements Call {}

    record BookTicker(
            int instrument,
            long exchangeTimeMs,
            long updateId,
            long bidPrice,
            long bidQuantity,
            long askPrice,
            long askQuantity,
            int flags)
            implements Call {}

    record MarkPrice(
            int instrument,
            long exchangeTimeMs,
            long markPrice,
            long indexPrice,
            long fundingRate,
            long nextFundingTimeMs,
            int flags)
            implements Call {}

    record Liquidation(
            int instrument,
            long exchangeTimeMs,
            long averagePrice,
            long filledQuantity,
            long orderPrice,
            long orderQuantity,
            int flags)
            implements Call {}

    record OpenInterest(int instrument, long exchangeTimeMs, long openInterest, int flags) implements Call {}

    record Funding(
            int instrument, long exchangeTimeMs, long fundingRate, long fundingTimeMs, int intervalMinutes, int flags)
            implements Call {}

    record Ignored(String reason) implements Call {}

    record Unconfigured(String symbol) implements Call {}
}
