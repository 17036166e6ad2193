package pawl.json;

import java.math.BigDecimal;

/** How many decimals a number is written with, zeros at its end included. */
public final class WrittenDecimals {
    /** What {@link #count} returns of a text that is no decimal number. */
    public static final int NOT_A_NUMBER = -1;
    /** More than any instrument's exponent allows. */
    public static final int MOST = 18;

    private static final int MOST_CHARACTERS = 64;

    private WrittenDecimals() {}

    /** The digits after the point, 0 for an empty text; or {@link #NOT_A_NUMBER}. */
    public static int count(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        // BigDecimal reads digits of other scripts too.
        if (text.length() > MOST_CHARACTERS || !text.chars().allMatch(c -> c < 0x80)) {
            return NOT_A_NUMBER;
        }
        try {
            return Math.max(0, new BigDecimal(text).scale());
        } catch (NumberFormatException notANumber) {
            return NOT_A_NUMBER;
        }
    }
}
