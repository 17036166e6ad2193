package pawl.plugin.exchange.binance.rest;

/**
 * Prices at the token's mark exponent.
 *
 * @param indexPriceMantissa 0 where there is none
 * @param fundingRateMantissa 0 where there is none
 * @param nextFundingTimeMs 0 where there is no funding
 */
public record MarkPriceReading(
        long exchangeTimeMs,
        long markPriceMantissa,
        long indexPriceMantissa,
        long fundingRateMantissa,
        long nextFundingTimeMs) {}
