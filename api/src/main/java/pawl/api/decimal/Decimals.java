package pawl.api.decimal;

import java.math.BigDecimal;

/** Exact decimal numbers as a 64-bit mantissa and a decimal exponent of −18 to 0 (D3). */
public final class Decimals {
    public static final int LEAST_EXPONENT = -18;

    private static final long[] POWERS_OF_TEN = new long[19];

    static {
        long power = 1;
        for (int i = 0; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = power;
            power *= 10;
        }
    }

    private Decimals() {}

    /**
     * @param exponent 0 to 18
     * @return ten to that power
     */
    public static long powerOfTen(int exponent) {
        return POWERS_OF_TEN[exponent];
    }

    /**
     * The number as a binary64: exact below 2^53, else rounded once by the conversion and once by the division, the same on
     * every machine (D4).
     */
    public static double toDouble(long mantissa, int exponent) {
        return (double) mantissa / (double) POWERS_OF_TEN[-exponent];
    }

    /** The number in plain decimal notation with exactly {@code -exponent} decimals, for example {@code 28159.60}. */
    public static String toText(long mantissa, int exponent) {
        return BigDecimal.valueOf(mantissa, -exponent).toPlainString();
    }

    /** @throws IllegalArgumentException when the exponent is not −18 to 0 */
    public static int requireExponent(int exponent) {
        if (exponent < LEAST_EXPONENT || exponent > 0) {
            throw new IllegalArgumentException("exponent " + exponent + ": allowed are -18 to 0");
        }
        return exponent;
    }
}
