package pawl.plugin.exchange.binance.rest;

/**
 * {@code GET /fapi/v1/openInterest}.
 *
 * @param openInterest of one side, in base units
 * @param time of the venue, in ms since the epoch
 */
public record OpenInterestBody(String symbol, String openInterest, String time) implements Body {
    public OpenInterestBody {
        symbol = Body.text(symbol);
        openInterest = Body.text(openInterest);
        time = Body.text(time);
    }
}
