package pawl.plugin.exchange.okx;

import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;

/** {@code mark-price}; the venue sends the index and the funding rate elsewhere. */
final class MarkPriceDecoder {
    /** Why a row without a mark price is of no use: the contract is not traded. */
    static final String NO_MARK_PRICE = "noMarkPrice";

    private final Instruments instruments;
    private final FieldNumbers numbers = new FieldNumbers();

    MarkPriceDecoder(Instruments instruments) {
        this.instruments = instruments;
    }

    void decode(int instrument, FieldValues row, EventSink sink) throws FrameRefusedException {
        long exchangeTimeMs = numbers.whole(row, Row.TIME);
        numbers.clearRounded();
        long markPrice = row.isEmptyText(Row.MARK_PRICE)
                ? 0
                : numbers.rounded(
                        row, Row.MARK_PRICE, instruments.token(instrument).markExponent());
        if (markPrice < 0) {
            throw row.badValue(Row.MARK_PRICE, "a price of at least 0");
        }
        if (markPrice == 0) {
            sink.ignored(NO_MARK_PRICE);
            return;
        }
        int flags = numbers.wasRounded() ? EventFlag.ROUNDED : 0;
        sink.markPrice(instrument, exchangeTimeMs, markPrice, 0, 0, 0, flags);
    }
}
