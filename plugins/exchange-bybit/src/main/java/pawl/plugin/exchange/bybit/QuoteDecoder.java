package pawl.plugin.exchange.bybit;

import java.util.List;
import pawl.api.decimal.ContractSize;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;
import pawl.json.JsonFields;
import pawl.json.JsonItems;

/** {@code orderbook.1}: both sides each time, and again after 3 s without a change. */
final class QuoteDecoder {
    static final List<String> NAMES = List.of("s", "b", "a", "u");
    static final int SYMBOL = 0;
    static final int BIDS = 1;
    static final int ASKS = 2;
    private static final int UPDATE_ID = 3;
    static final int PRICE = 0;
    static final int QUANTITY = 1;

    /** Why a change of a book is of no use: what the other side was is kept nowhere. The venue documents snapshots alone. */
    private static final String DELTA = "orderbook.1 delta";

    private final Envelope envelope;
    private final Instruments instruments;
    private final JsonFields book;
    private final JsonItems levels;
    private final JsonItems level;
    private final FieldNumbers numbers = new FieldNumbers();
    private long price;
    private long quantity;

    QuoteDecoder(Envelope envelope, Instruments instruments) {
        this.envelope = envelope;
        this.instruments = instruments;
        book = new JsonFields(envelope.json(), Channel.QUOTE.wireName(), NAMES);
        levels = new JsonItems(envelope.json(), "orderbook.1 side", 1);
        level = new JsonItems(envelope.json(), "orderbook.1 level", 2);
    }

    void decode(int instrument, EventSink sink) throws FrameRefusedException {
        FieldValues frame = envelope.fields();
        if (!frame.is(Envelope.TYPE, "snapshot")) {
            if (!frame.is(Envelope.TYPE, "delta")) {
                throw frame.badValue(Envelope.TYPE, "snapshot or delta");
            }
            sink.ignored(DELTA);
            return;
        }
        book.readNested(frame, Envelope.DATA);
        envelope.requireSymbol(book, SYMBOL);
        readBest(BIDS, instrument);
        long bidPrice = price;
        long bidQuantity = quantity;
        readBest(ASKS, instrument);
        sink.bookTicker(
                instrument,
                // When the matching engine made it; "ts" is when it was sent.
                numbers.whole(frame, Envelope.CTS),
                numbers.whole(book, UPDATE_ID),
                bidPrice,
                bidQuantity,
                price,
                quantity,
                0);
    }

    private void readBest(int side, int instrument) throws FrameRefusedException {
        Token token = instruments.token(instrument);
        ContractSize size = instruments.size(instrument);
        levels.readNested(book, side);
        price = 0;
        quantity = 0;
        if (levels.count() > 0) {
            level.readNested(levels, 0);
            price = numbers.above0(level, PRICE, token.priceExponent());
            quantity = numbers.above0(level, QUANTITY, token.quantityExponent(), size);
        }
    }
}
