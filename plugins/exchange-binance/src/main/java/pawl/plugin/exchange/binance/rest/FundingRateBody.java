package pawl.plugin.exchange.binance.rest;

/**
 * A row of {@code GET /fapi/v1/fundingRate}: a funding that was paid.
 *
 * @param fundingTime in ms since the epoch, some ms after the full hour
 */
public record FundingRateBody(String symbol, String fundingRate, String fundingTime) implements Body {
    public FundingRateBody {
        symbol = Body.text(symbol);
        fundingRate = Body.text(fundingRate);
        fundingTime = Body.text(fundingTime);
    }
}
