package pawl.plugin.exchange.binance;

import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;

/** {@code bookTicker}. */
final class BookTickerDecoder {
    private final Instruments instruments;
    private final FieldNumbers numbers = new FieldNumbers();

    BookTickerDecoder(Instruments instruments) {
        this.instruments = instruments;
    }

    void decode(MessageFields fields, EventSink sink) throws FrameRefusedException {
        int instrument = instruments.of(fields, sink);
        if (instrument == Instruments.UNCONFIGURED) {
            return;
        }
        Token token = instruments.token(instrument);
        long bidPrice = orNone(fields, 'b', token.priceExponent());
        long bidQuantity = orNone(fields, 'B', token.quantityExponent());
        long askPrice = orNone(fields, 'a', token.priceExponent());
        long askQuantity = orNone(fields, 'A', token.quantityExponent());
        boolean hasBid = bidPrice != 0 && bidQuantity != 0;
        boolean hasAsk = askPrice != 0 && askQuantity != 0;
        sink.bookTicker(
                instrument,
                // The match that changed the quote; where a frame has only the time it was sent, that.
                numbers.whole(fields, fields.has('T') ? 'T' : 'E'),
                numbers.whole(fields, 'u'),
                hasBid ? bidPrice : 0,
                hasBid ? bidQuantity : 0,
                hasAsk ? askPrice : 0,
                hasAsk ? askQuantity : 0,
                0);
    }

    /** The venue writes a side without an order as 0 or as an empty text. */
    private long orNone(MessageFields fields, int field, int exponent) throws FrameRefusedException {
        return fields.length(field) == 0 ? 0 : numbers.atLeast0(fields, field, exponent);
    }
}
