package pawl.plugin.exchange.binance.rest;

/**
 * {@code GET /fapi/v1/premiumIndex}, an object or one of an array.
 *
 * @param lastFundingRate the running estimate for the next funding, whatever its name says; empty for a delivery contract
 * @param nextFundingTime in ms since the epoch; 0 for a delivery contract
 * @param time of the venue, in ms since the epoch
 */
public record PremiumIndexBody(
        String symbol, String markPrice, String indexPrice, String lastFundingRate, String nextFundingTime, String time)
        implements Body {
    public PremiumIndexBody {
        symbol = Body.text(symbol);
        markPrice = Body.text(markPrice);
        indexPrice = Body.text(indexPrice);
        lastFundingRate = Body.text(lastFundingRate);
        nextFundingTime = Body.text(nextFundingTime);
        time = Body.text(time);
    }

    /** Whether the contract is a perpetual one. */
    public boolean hasFunding() {
        return !lastFundingRate.isEmpty() && !nextFundingTime.isEmpty() && !nextFundingTime.equals("0");
    }
}
