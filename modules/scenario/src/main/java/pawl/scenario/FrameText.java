package pawl.scenario;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one frame while they are put together; reused. */
final class FrameText {
    /** Decimals of prices of trades and quotes. */
    static final int PRICE_DECIMALS = 5;

    private byte[] bytes = new byte[512];
    private int length;

    FrameText clear() {
        length = 0;
        return this;
    }

    FrameText add(String text) {
        byte[] added = text.getBytes(StandardCharsets.US_ASCII);
        if (length + added.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + added.length));
        }
        System.arraycopy(added, 0, bytes, length, added.length);
        length += added.length;
        return this;
    }

    FrameText add(long whole) {
        return add(Long.toString(whole));
    }

    /** A number of so many decimals, given without its point. */
    FrameText decimal(long mantissa, int decimals) {
        String digits = Long.toString(Math.abs(mantissa));
        digits = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
        int point = digits.length() - decimals;
        return add(mantissa < 0 ? "-" : "")
                .add(digits.substring(0, point))
                .add(".")
                .add(digits.substring(point));
    }

    /** A price on the grid of trades and quotes. */
    FrameText price(long ticks) {
        return decimal(ticks, PRICE_DECIMALS);
    }

    /** To eight decimals, as venues publish what they compute. */
    FrameText computed(double number) {
        return decimal(Math.round(number * 1e8), 8);
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }
}
