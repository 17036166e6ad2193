package pawl.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Searches eight bytes at a time, as one word in which the first byte is the lowest. Each search marks the top bit of the bytes that
 * match; a mark above the lowest may be wrong, the lowest never is. Values of a frame are mostly shorter than two words.
 */
final class EightBytes {
    /** How many digits {@link #digits} reads at most, and the number that is above all of them. */
    static final int MOST_DIGITS = 8;

    static final long DIGITS_LIMIT = 100_000_000;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long ZEROS = 0x3030_3030_3030_3030L;
    private static final long TOP_BITS = 0x8080_8080_8080_8080L;
    private static final long LOW_BITS = 0x7f7f_7f7f_7f7f_7f7fL;

    private EightBytes() {}

    /** The position, at most {@code end}, of the first byte that cannot stand in a text as it is: a quote, backslash or control. */
    static int findTextEnd(byte[] bytes, int from, int end) {
        // Two words without a loop: the compiler makes much of a loop that mostly is not one.
        if (from <= bytes.length - 2 * Long.BYTES) {
            long found = textEnds(word(bytes, from));
            if (found != 0) {
                return Math.min(end, from + firstMarked(found));
            }
            found = textEnds(word(bytes, from + Long.BYTES));
            if (found != 0) {
                return Math.min(end, from + Long.BYTES + firstMarked(found));
            }
        }
        return findFarTextEnd(bytes, from, end);
    }

    private static int findFarTextEnd(byte[] bytes, int from, int end) {
        int at = from;
        for (; at < end && at <= bytes.length - Long.BYTES; at += Long.BYTES) {
            long found = textEnds(word(bytes, at));
            if (found != 0) {
                return Math.min(end, at + firstMarked(found));
            }
        }
        while (at < end && bytes[at] != '"' && bytes[at] != '\\' && (bytes[at] < 0 || bytes[at] >= ' ')) {
            at++;
        }
        return Math.min(end, at);
    }

    private static long textEnds(long word) {
        return (below(word ^ ONES * '"', 1) | below(word ^ ONES * '\\', 1) | below(word, ' ')) & TOP_BITS;
    }

    /** The position, at most {@code end}, of the first byte that is no decimal digit. */
    static int findNoDigit(byte[] bytes, int from, int end) {
        if (from <= bytes.length - 2 * Long.BYTES) {
            long found = noDigits(word(bytes, from) ^ ZEROS);
            if (found != 0) {
                return Math.min(end, from + firstMarked(found));
            }
            found = noDigits(word(bytes, from + Long.BYTES) ^ ZEROS);
            if (found != 0) {
                return Math.min(end, from + Long.BYTES + firstMarked(found));
            }
        }
        return findFarNoDigit(bytes, from, end);
    }

    private static int findFarNoDigit(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    /** Marks, in bytes from which the digit 0 was taken, those that are above 9. */
    private static long noDigits(long word) {
        return (((word & LOW_BITS) + ONES * (0x80 - 10)) | word) & TOP_BITS;
    }

    /**
     * The number that one to eight decimal digits say.
     *
     * @return −1 where there are none or more of them, something else among them, or fewer than eight bytes from the first on
     */
    static long digits(byte[] bytes, int from, int to) {
        int count = to - from;
        if (count <= 0 || count > MOST_DIGITS || from > bytes.length - Long.BYTES) {
            return -1;
        }
        // The last digit comes to lie in the highest byte; below the first are zeros.
        long word = (word(bytes, from) ^ ZEROS) << ((Long.BYTES - count) * Byte.SIZE);
        if (noDigits(word) != 0) {
            return -1;
        }
        long pairs = word * 10 + (word >>> 8);
        long upper = (pairs & 0x0000_00ff_0000_00ffL) * (100 + (1_000_000L << 32));
        long lower = (pairs >>> 16 & 0x0000_00ff_0000_00ffL) * (1 + (10_000L << 32));
        return (upper + lower) >>> 32;
    }

    private static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /** Marks the bytes below a limit of at most 128. */
    private static long below(long word, int limit) {
        return (word - ONES * limit) & ~word;
    }

    private static int firstMarked(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }
}
