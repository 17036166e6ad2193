package pawl.api.decimal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import pawl.api.decimal.DecimalException.Reason;

/**
 * Reads decimal text out of a frame's bytes into a mantissa at a given exponent. Accepts {@code [+-]digits[.digits][e[+-]digits]}
 * with at least one digit. Allocates nothing for numbers without an exponent part of up to 18 digits, or of more where those behind the
 * 18th are decimals that are rounded away. Not thread-safe: one reader for one thread.
 */
public final class DecimalReader {
    private static final int FAST_DIGITS = 18;
    private static final int MOST_CHARACTERS = 64;
    private static final int MOST_EXPONENT_DIGITS = 4;

    private boolean wasRounded;
    /** Whether a digit behind the 18th is not zero. */
    private boolean hasMore;

    public DecimalReader() {}

    /**
     * The mantissa, exactly.
     *
     * @param exponent −18 to 0
     * @throws DecimalException when the text is no number, has a non-zero digit below the exponent, or does not fit
     */
    public long exact(byte[] bytes, int offset, int length, int exponent) throws DecimalException {
        long mantissa = rounded(bytes, offset, length, exponent);
        if (wasRounded) {
            throw new DecimalException(Reason.TOO_PRECISE, bytes, offset, length, exponent);
        }
        return mantissa;
    }

    /**
     * The mantissa, rounded half-even where the text has digits below the exponent; {@link #wasRounded} then says so.
     *
     * @param exponent −18 to 0
     * @throws DecimalException when the text is no number or does not fit
     */
    public long rounded(byte[] bytes, int offset, int length, int exponent) throws DecimalException {
        return rounded(bytes, offset, length, exponent, ContractSize.ONE);
    }

    /**
     * The mantissa of a number of contracts in base units, exactly.
     *
     * @param exponent −18 to 0
     * @throws DecimalException when the text is no number, or has in base units a non-zero digit below the exponent, or does not fit
     */
    public long exact(byte[] bytes, int offset, int length, int exponent, ContractSize size) throws DecimalException {
        long mantissa = rounded(bytes, offset, length, exponent, size);
        if (wasRounded) {
            throw new DecimalException(Reason.TOO_PRECISE, bytes, offset, length, exponent);
        }
        return mantissa;
    }

    /**
     * The mantissa of a number of contracts in base units, rounded half-even; {@link #wasRounded} then says so.
     *
     * @param exponent −18 to 0
     * @throws DecimalException when the text is no number or does not fit
     */
    public long rounded(byte[] bytes, int offset, int length, int exponent, ContractSize size) throws DecimalException {
        wasRounded = false;
        hasMore = false;
        int end = offset + length;
        int i = offset;
        boolean negative = false;
        if (i < end && (bytes[i] == '-' || bytes[i] == '+')) {
            negative = bytes[i++] == '-';
        }
        long digits = 0;
        int digitCount = 0;
        int pointAt = -1;
        for (; i < end; i++) {
            int c = bytes[i];
            if (c >= '0' && c <= '9') {
                if (digitCount < FAST_DIGITS) {
                    digitCount++;
                    digits = digits * 10 + (c - '0');
                } else if (pointAt < 0 || size.mantissa() != 1 || length > MOST_CHARACTERS) {
                    return slow(bytes, offset, length, exponent, size);
                } else {
                    hasMore |= c != '0';
                }
            } else if (c == '.' && pointAt < 0) {
                pointAt = digitCount;
            } else {
                return slow(bytes, offset, length, exponent, size);
            }
        }
        if (digitCount == 0) {
            throw new DecimalException(Reason.NOT_A_NUMBER, bytes, offset, length, exponent);
        }
        int decimals = pointAt < 0 ? 0 : digitCount - pointAt;
        long units = digits * size.mantissa();
        int unitDecimals = decimals - size.exponent();
        if (Math.multiplyHigh(digits, size.mantissa()) != 0
                || units < 0
                || unitDecimals + exponent > -Decimals.LEAST_EXPONENT
                || (hasMore && unitDecimals + exponent <= 0)) {
            return slow(bytes, offset, length, exponent, size);
        }
        long mantissa = shift(units, unitDecimals, bytes, offset, length, exponent);
        return negative ? -mantissa : mantissa;
    }

    /** Whether the last number read had non-zero digits below the exponent. */
    public boolean wasRounded() {
        return wasRounded;
    }

    private long shift(long digits, int decimals, byte[] bytes, int offset, int length, int exponent)
            throws DecimalException {
        int missing = -exponent - decimals;
        if (missing >= 0) {
            long high = Math.multiplyHigh(digits, Decimals.powerOfTen(missing));
            long low = digits * Decimals.powerOfTen(missing);
            if (high != 0 || low < 0) {
                throw new DecimalException(Reason.TOO_LARGE, bytes, offset, length, exponent);
            }
            return low;
        }
        long divisor = Decimals.powerOfTen(-missing);
        long quotient = digits / divisor;
        long rest = digits - quotient * divisor;
        if (rest == 0 && !hasMore) {
            return quotient;
        }
        wasRounded = true;
        long half = divisor / 2;
        boolean up = rest > half || (rest == half && (hasMore || (quotient & 1) == 1));
        return up ? quotient + 1 : quotient;
    }

    /** Long or scientific numbers, bounded so that a hostile exponent costs nothing. */
    private long slow(byte[] bytes, int offset, int length, int exponent, ContractSize size) throws DecimalException {
        if (length > MOST_CHARACTERS || !isNumber(bytes, offset, length)) {
            throw new DecimalException(Reason.NOT_A_NUMBER, bytes, offset, length, exponent);
        }
        BigDecimal number = new BigDecimal(new String(bytes, offset, length, StandardCharsets.US_ASCII));
        number = number.multiply(BigDecimal.valueOf(size.mantissa(), -size.exponent()));
        requireFit(number, bytes, offset, length, exponent);
        BigDecimal scaled = number.setScale(-exponent, RoundingMode.HALF_EVEN);
        wasRounded = scaled.compareTo(number) != 0;
        BigInteger mantissa = scaled.unscaledValue();
        if (mantissa.bitLength() > 63) {
            throw new DecimalException(Reason.TOO_LARGE, bytes, offset, length, exponent);
        }
        return mantissa.longValue();
    }

    /** A leading digit above 10^18 cannot fit; saying so first keeps 1e9999 from being written out. */
    private static void requireFit(BigDecimal number, byte[] bytes, int offset, int length, int exponent)
            throws DecimalException {
        if (number.signum() != 0 && number.precision() - number.scale() + -exponent > 19) {
            throw new DecimalException(Reason.TOO_LARGE, bytes, offset, length, exponent);
        }
    }

    private static boolean isNumber(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int i = offset;
        if (i < end && (bytes[i] == '-' || bytes[i] == '+')) {
            i++;
        }
        int digits = 0;
        int points = 0;
        for (; i < end && (isDigit(bytes[i]) || bytes[i] == '.'); i++) {
            if (bytes[i] == '.') {
                points++;
            } else {
                digits++;
            }
        }
        if (digits == 0 || points > 1) {
            return false;
        }
        if (i == end) {
            return true;
        }
        if (bytes[i] != 'e' && bytes[i] != 'E') {
            return false;
        }
        i++;
        if (i < end && (bytes[i] == '-' || bytes[i] == '+')) {
            i++;
        }
        int exponentDigits = 0;
        for (; i < end && isDigit(bytes[i]); i++) {
            exponentDigits++;
        }
        return i == end && exponentDigits >= 1 && exponentDigits <= MOST_EXPONENT_DIGITS;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
