package pawl.plugin.exchange.gate;

import pawl.api.exchange.FrameRefusedException;
import pawl.json.FieldValues;

/** The venue's sizes, whose sign is the side. */
final class Sizes {
    private Sizes() {}

    /** The quantity of a size that was read of {@link Row#SIZE}. */
    static long unsigned(FieldValues row, long signed) throws FrameRefusedException {
        if (signed == Long.MIN_VALUE) {
            throw row.badValue(Row.SIZE, "a size that fits without its sign");
        }
        return Math.abs(signed);
    }
}
