package pawl.plugin.exchange.gate;

import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;

/**
 * {@code futures.tickers}: mark and index price, the running funding rate, and open interest of one side in contracts, all at the time
 * of the message. When the funding will be paid is not said.
 */
final class TickerDecoder {
    /** Why a row without a mark price has none here: the contract is not traded. */
    static final String NO_MARK_PRICE = "noMarkPrice";

    private final Instruments instruments;
    private final FieldNumbers numbers = new FieldNumbers();

    TickerDecoder(Instruments instruments) {
        this.instruments = instruments;
    }

    void decode(int instrument, FieldValues message, FieldValues row, EventSink sink) throws FrameRefusedException {
        long exchangeTimeMs = Times.ms(numbers, message, Message.TIME_MS, Message.TIME);
        markPrice(instrument, exchangeTimeMs, row, sink);
        openInterest(instrument, exchangeTimeMs, row, sink);
        if (row.hasValue(Row.FUNDING_RATE)) {
            funding(instrument, exchangeTimeMs, row, sink);
        }
    }

    private void markPrice(int instrument, long exchangeTimeMs, FieldValues row, EventSink sink)
            throws FrameRefusedException {
        Token token = instruments.token(instrument);
        numbers.clearRounded();
        long markPrice = price(row, Row.MARK_PRICE, token);
        if (markPrice == 0) {
            sink.ignored(NO_MARK_PRICE);
            return;
        }
        long indexPrice = row.hasValue(Row.INDEX_PRICE) ? price(row, Row.INDEX_PRICE, token) : 0;
        int flags = (indexPrice != 0 ? EventFlag.WITH_INDEX : 0) | roundedFlag();
        sink.markPrice(instrument, exchangeTimeMs, markPrice, indexPrice, 0, 0, flags);
    }

    private long price(FieldValues row, int field, Token token) throws FrameRefusedException {
        long mantissa = row.isEmptyText(field) ? 0 : numbers.rounded(row, field, token.markExponent());
        if (mantissa < 0) {
            throw row.badValue(field, "a price of at least 0");
        }
        return mantissa;
    }

    private void openInterest(int instrument, long exchangeTimeMs, FieldValues row, EventSink sink)
            throws FrameRefusedException {
        Token token = instruments.token(instrument);
        numbers.clearRounded();
        long openInterest =
                numbers.rounded(row, Row.TOTAL_SIZE, token.quantityExponent(), instruments.contractSize(instrument));
        if (openInterest < 0) {
            throw row.badValue(Row.TOTAL_SIZE, "a number of at least 0");
        }
        sink.openInterest(instrument, exchangeTimeMs, openInterest, roundedFlag());
    }

    private void funding(int instrument, long exchangeTimeMs, FieldValues row, EventSink sink)
            throws FrameRefusedException {
        numbers.clearRounded();
        long rate = numbers.rounded(row, Row.FUNDING_RATE, Token.FUNDING_RATE_EXPONENT);
        int intervalMinutes = instruments.token(instrument).fundingIntervalMinutes();
        sink.funding(instrument, exchangeTimeMs, rate, 0, intervalMinutes, roundedFlag());
    }

    private int roundedFlag() {
        return numbers.wasRounded() ? EventFlag.ROUNDED : 0;
    }
}
