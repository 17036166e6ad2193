package pawl.plugin.exchange.okx;

import pawl.api.exchange.FrameRefusedException;
import pawl.json.FieldValues;

/** The side of an order: of the taker's, or of one that liquidates. */
final class Side {
    private Side() {}

    /** Whether {@code side} is a sale. */
    static boolean isSale(FieldValues row) throws FrameRefusedException {
        if (row.is(Row.SIDE, "sell")) {
            return true;
        }
        if (row.is(Row.SIDE, "buy")) {
            return false;
        }
        throw row.badValue(Row.SIDE, "buy or sell");
    }
}
