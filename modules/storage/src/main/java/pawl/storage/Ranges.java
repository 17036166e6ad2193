package pawl.storage;

/** What numbers in decisions may be; each method throws {@link IllegalArgumentException} on one that may not. */
final class Ranges {
    private Ranges() {}

    static void requireCodes(int... codes) {
        for (int code : codes) {
            if ((code & ~0xff) != 0) {
                throw new IllegalArgumentException("a code of a decision is " + code + "; it is to be 0 to 255");
            }
        }
    }

    static void requirePosition(int position) {
        if ((position & ~0xffff) != 0) {
            throw new IllegalArgumentException(
                    "a position or count of a decision is " + position + "; it is to be 0 to 65535");
        }
    }

    static void requireNotNegative(int ticks) {
        if (ticks < 0) {
            throw new IllegalArgumentException("held for " + ticks + " ticks; at least 0");
        }
    }

    static void requireFinite(double... numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a number of a decision is " + number + "; it is to be finite");
            }
        }
    }
}
