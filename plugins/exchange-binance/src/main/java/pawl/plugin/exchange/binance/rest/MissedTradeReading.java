package pawl.plugin.exchange.binance.rest;

/** An aggregate at the token's exponents. */
public record MissedTradeReading(
        long exchangeTimeMs,
        long firstTradeId,
        long lastTradeId,
        long aggregateId,
        long priceMantissa,
        long quantityMantissa) {}
