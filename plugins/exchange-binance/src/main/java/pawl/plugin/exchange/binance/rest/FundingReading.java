package pawl.plugin.exchange.binance.rest;

/** A funding rate at {@link pawl.api.token.Token#FUNDING_RATE_EXPONENT}, and when it was or will be paid. */
public record FundingReading(long exchangeTimeMs, long fundingRateMantissa, long fundingTimeMs) {}
