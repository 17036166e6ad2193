package pawl.plugin.exchange.okx;

import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;
import pawl.json.JsonFields;
import pawl.json.JsonScanner;

/** {@code liquidation-orders}: an instrument's liquidations, each with the price at which the venue's own account takes it over. */
final class LiquidationDecoder {
    private final Instruments instruments;
    private final JsonFields detail;
    private final FieldNumbers numbers = new FieldNumbers();

    LiquidationDecoder(Instruments instruments, JsonScanner json) {
        this.instruments = instruments;
        detail = new JsonFields(json, "liquidation-orders: detail", Row.NAMES);
    }

    void decode(int instrument, FieldValues row, EventSink sink) throws FrameRefusedException {
        Token token = instruments.token(instrument);
        detail.openArray(row, Row.DETAILS);
        while (detail.nextObject()) {
            long quantity =
                    numbers.above0(detail, Row.SIZE, token.quantityExponent(), instruments.contractSize(instrument));
            sink.liquidation(
                    instrument,
                    numbers.whole(detail, Row.TIME),
                    0,
                    quantity,
                    numbers.atLeast0(detail, Row.BANKRUPTCY_PRICE, token.markExponent()),
                    quantity,
                    // By its own words the venue does not publish all.
                    EventFlag.SAMPLED | (isLong(detail) ? EventFlag.LONG_LIQUIDATED : 0));
        }
    }

    /** {@code side} is the forced order's, so a sale closes a long; {@code posSide} has nothing to add, and must not deny it. */
    private static boolean isLong(FieldValues detail) throws FrameRefusedException {
        boolean isSale = Side.isSale(detail);
        if (detail.hasValue(Row.POSITION_SIDE)
                && !detail.is(Row.POSITION_SIDE, "net")
                && !detail.is(Row.POSITION_SIDE, isSale ? "long" : "short")) {
            throw detail.badValue(Row.POSITION_SIDE, isSale ? "net or long for a sale" : "net or short for a purchase");
        }
        return isSale;
    }
}
