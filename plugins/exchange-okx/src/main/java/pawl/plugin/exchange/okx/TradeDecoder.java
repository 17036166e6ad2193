package pawl.plugin.exchange.okx;

import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;

/** {@code trades}, {@code trades-all} and rows of the history of trades. */
final class TradeDecoder {
    private final Instruments instruments;
    private final FieldNumbers numbers = new FieldNumbers();

    TradeDecoder(Instruments instruments) {
        this.instruments = instruments;
    }

    /**
     * The fills of one row. Their ids are contiguous and the venue numbers nothing but them, so it is no {@link EventFlag#AGGREGATE},
     * which has a number of its own.
     *
     * @param flags besides that of the taker's side
     */
    void decode(int instrument, FieldValues row, int flags, EventSink sink) throws FrameRefusedException {
        Token token = instruments.token(instrument);
        long lastTradeId = numbers.whole(row, Row.TRADE_ID);
        sink.trade(
                instrument,
                numbers.whole(row, Row.TIME),
                lastTradeId - fills(row, lastTradeId) + 1,
                lastTradeId,
                0,
                numbers.above0(row, Row.PRICE, token.priceExponent()),
                numbers.above0(row, Row.SIZE, token.quantityExponent(), instruments.contractSize(instrument)),
                flags | (Side.isSale(row) ? EventFlag.TAKER_SOLD : 0));
    }

    /** How many fills the row is of: one where it does not say. */
    private long fills(FieldValues row, long lastTradeId) throws FrameRefusedException {
        if (!row.hasValue(Row.COUNT)) {
            return 1;
        }
        long fills = numbers.whole(row, Row.COUNT);
        if (fills < 1 || fills - 1 > lastTradeId) {
            throw row.badValue(Row.COUNT, "a number of fills from 1 to the trade id");
        }
        return fills;
    }
}
