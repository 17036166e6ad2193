package pawl.plugin.exchange.binance.rest;

/** Open interest at the token's quantity exponent. */
public record OpenInterestReading(long exchangeTimeMs, long openInterestMantissa) {}
