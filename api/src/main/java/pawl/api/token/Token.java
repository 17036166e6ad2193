package pawl.api.token;

import pawl.api.decimal.Decimals;

/**
 * One token as configured, with the decimal exponents that fix its exact numbers (D3). A mantissa {@code m} at exponent
 * {@code e} means {@code m * 10^e}; the exponents hold for every venue on which the token is heard.
 *
 * @param index position among the engine's tokens, from 0, in order of name
 * @param name unique; also the name of the token's folder of logs
 * @param tierName the tier that the configuration gives it; a tier policy may overrule it
 * @param priceExponent of prices of trades and quotes, −18 to 0
 * @param quantityExponent of quantities and of open interest, in base units, −18 to 0
 * @param markExponent of mark, index and liquidation prices, which venues publish finer than the price step, −18 to 0
 * @param fundingIntervalMinutes the interval between fundings where a venue does not state it
 */
public record Token(
        int index,
        String name,
        String tierName,
        int priceExponent,
        int quantityExponent,
        int markExponent,
        int fundingIntervalMinutes) {

    /** Funding rates of every token and venue have this exponent; a finer rate is rounded half-even. */
    public static final int FUNDING_RATE_EXPONENT = -12;

    /** @throws IllegalArgumentException when a number lies outside the range its parameter states */
    public Token {
        Decimals.requireExponent(priceExponent);
        Decimals.requireExponent(quantityExponent);
        Decimals.requireExponent(markExponent);
        if (index < 0 || name.isEmpty() || fundingIntervalMinutes <= 0) {
            throw new IllegalArgumentException("token " + name + ": index " + index + ", funding interval "
                    + fundingIntervalMinutes + " min: the index is at least 0, the interval above 0");
        }
    }

    /** A trade or quote price as a binary64, in quote units. */
    public double price(long mantissa) {
        return Decimals.toDouble(mantissa, priceExponent);
    }

    /** A quantity or open interest as a binary64, in base units. */
    public double quantity(long mantissa) {
        return Decimals.toDouble(mantissa, quantityExponent);
    }

    /** A mark, index or liquidation price as a binary64, in quote units. */
    public double markPrice(long mantissa) {
        return Decimals.toDouble(mantissa, markExponent);
    }
}
