package pawl.api.decimal;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * How many base units one contract of a venue is, exactly: {@code mantissa * 10^exponent}.
 *
 * @param mantissa above 0, at most 10^18
 * @param exponent −18 to 0
 */
public record ContractSize(long mantissa, int exponent) {
    private static final int MOST_DIGITS = 18;
    private static final BigInteger MOST = BigInteger.TEN.pow(MOST_DIGITS);

    /** Of a venue that counts in base units. */
    public static final ContractSize ONE = new ContractSize(1, 0);

    /** @throws IllegalArgumentException when a number lies outside its range */
    public ContractSize {
        if (mantissa <= 0 || mantissa > MOST.longValueExact() || exponent > 0 || exponent < -MOST_DIGITS) {
            throw new IllegalArgumentException("a contract of " + mantissa + " * 10^" + exponent
                    + " base units: the mantissa is 1 to 10^18, the exponent -18 to 0");
        }
    }

    /**
     * The size that a number says, in its shortest form.
     *
     * @throws IllegalArgumentException when it is not above 0, has more than 18 decimals, or is above 10^18
     */
    public static ContractSize of(BigDecimal size) {
        // The sizes of both are looked at before anything is written out: 1e999999999 would not fit in memory.
        if (size.signum() <= 0 || size.precision() - size.scale() > MOST_DIGITS + 1 || size.scale() > 2 * MOST_DIGITS) {
            throw refused(size);
        }
        BigDecimal shortest = size.stripTrailingZeros();
        BigDecimal scaled = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
        if (scaled.scale() > MOST_DIGITS || scaled.unscaledValue().compareTo(MOST) > 0) {
            throw refused(size);
        }
        return new ContractSize(scaled.unscaledValue().longValueExact(), -scaled.scale());
    }

    private static IllegalArgumentException refused(BigDecimal size) {
        return new IllegalArgumentException(
                "a contract of " + size + " base units: above 0, of at most 18 digits and decimals");
    }

    /** Whether contracts and base units are the same. */
    public boolean isOne() {
        return mantissa == 1 && exponent == 0;
    }
}
