package pawl.plugin.exchange.bybit;

import pawl.api.exchange.FrameRefusedException;
import pawl.json.FieldValues;

/** {@code Buy} or {@code Sell}. */
final class Side {
    private Side() {}

    /** The flag where the field is the side given, 0 where it is the other. */
    static int flag(FieldValues fields, int field, String flagged, int flag) throws FrameRefusedException {
        boolean isBuy = fields.is(field, "Buy");
        if (!fields.isText(field) || !(isBuy || fields.is(field, "Sell"))) {
            throw fields.badValue(field, "Buy or Sell");
        }
        return isBuy == flagged.equals("Buy") ? flag : 0;
    }
}
