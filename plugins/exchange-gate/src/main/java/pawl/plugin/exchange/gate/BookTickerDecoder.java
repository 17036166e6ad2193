package pawl.plugin.exchange.gate;

import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;

/** {@code futures.book_ticker}. A side without an order is an empty text, and the time of such a quote may be 0. */
final class BookTickerDecoder {
    private final Instruments instruments;
    private final FieldNumbers numbers = new FieldNumbers();

    BookTickerDecoder(Instruments instruments) {
        this.instruments = instruments;
    }

    void decode(int instrument, FieldValues message, FieldValues row, EventSink sink) throws FrameRefusedException {
        long quoteTimeMs = numbers.whole(row, Row.QUOTE_TIME);
        long bidPrice = price(instrument, row, Row.BID_PRICE);
        long bidQuantity = quantity(instrument, row, Row.BID_SIZE);
        long askPrice = price(instrument, row, Row.ASK_PRICE);
        long askQuantity = quantity(instrument, row, Row.ASK_SIZE);
        boolean hasBid = bidPrice != 0 && bidQuantity != 0;
        boolean hasAsk = askPrice != 0 && askQuantity != 0;
        sink.bookTicker(
                instrument,
                quoteTimeMs != 0 ? quoteTimeMs : Times.ms(numbers, message, Message.TIME_MS, Message.TIME),
                numbers.whole(row, Row.UPDATE_ID),
                hasBid ? bidPrice : 0,
                hasBid ? bidQuantity : 0,
                hasAsk ? askPrice : 0,
                hasAsk ? askQuantity : 0,
                0);
    }

    private long price(int instrument, FieldValues row, int field) throws FrameRefusedException {
        Token token = instruments.token(instrument);
        return row.isEmptyText(field) ? 0 : numbers.atLeast0(row, field, token.priceExponent());
    }

    private long quantity(int instrument, FieldValues row, int field) throws FrameRefusedException {
        Token token = instruments.token(instrument);
        return row.isEmptyText(field)
                ? 0
                : numbers.atLeast0(row, field, token.quantityExponent(), instruments.contractSize(instrument));
    }
}
