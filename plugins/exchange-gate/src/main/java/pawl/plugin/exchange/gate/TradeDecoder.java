package pawl.plugin.exchange.gate;

import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;

/** {@code futures.trades}: single fills, whose size is below zero where the taker sold. */
final class TradeDecoder {
    /**
     * Why a fill of size 0 is of no use: it was of less than one contract, and says nothing of its quantity. The venue rounds down for
     * whoever does not ask for decimals when he connects. {@link GateStreams} asks; a recording of others may not have.
     */
    static final String NO_SIZE = "belowOneContract";

    private final Instruments instruments;
    private final FieldNumbers numbers = new FieldNumbers();

    TradeDecoder(Instruments instruments) {
        this.instruments = instruments;
    }

    void decode(int instrument, FieldValues row, EventSink sink) throws FrameRefusedException {
        Token token = instruments.token(instrument);
        long tradeId = numbers.whole(row, Row.ID);
        long exchangeTimeMs = Times.ms(numbers, row, Row.CREATE_TIME_MS, Row.CREATE_TIME);
        long price = numbers.above0(row, Row.PRICE, token.priceExponent());
        long signed = numbers.exact(row, Row.SIZE, token.quantityExponent(), instruments.contractSize(instrument));
        if (signed == 0) {
            sink.ignored(NO_SIZE);
            return;
        }
        int flags = (signed < 0 ? EventFlag.TAKER_SOLD : 0) | (isInternal(row) ? EventFlag.OFF_BOOK : 0);
        sink.trade(instrument, exchangeTimeMs, tradeId, tradeId, 0, price, Sizes.unsigned(row, signed), flags);
    }

    /** Taken over by the insurance fund or by auto-deleveraging; the field is there only where it is so. */
    private static boolean isInternal(FieldValues row) throws FrameRefusedException {
        if (!row.hasValue(Row.IS_INTERNAL) || row.is(Row.IS_INTERNAL, "false")) {
            return false;
        }
        if (row.is(Row.IS_INTERNAL, "true")) {
            return true;
        }
        throw row.badValue(Row.IS_INTERNAL, "true or false");
    }
}
