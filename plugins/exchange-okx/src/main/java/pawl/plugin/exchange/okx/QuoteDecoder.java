package pawl.plugin.exchange.okx;

import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;
import pawl.json.JsonItems;
import pawl.json.JsonScanner;

/**
 * The best bid and ask of {@code bbo-tbt}, where a side is an array of at most one level, and of {@code tickers}. The sequence number
 * may begin anew after the venue's maintenance; rows without one have their time for it.
 */
final class QuoteDecoder {
    private static final int LEVEL_PRICE = 0;
    private static final int LEVEL_SIZE = 1;

    private final Instruments instruments;
    private final JsonItems bid;
    private final JsonItems ask;
    private final FieldNumbers numbers = new FieldNumbers();

    QuoteDecoder(Instruments instruments, JsonScanner json) {
        this.instruments = instruments;
        bid = new JsonItems(json, "bbo-tbt: bid", 2);
        ask = new JsonItems(json, "bbo-tbt: ask", 2);
    }

    void decodeBook(int instrument, FieldValues row, EventSink sink) throws FrameRefusedException {
        boolean hasBid = readLevel(row, Row.BIDS, bid);
        boolean hasAsk = readLevel(row, Row.ASKS, ask);
        quote(
                instrument,
                row,
                hasBid ? price(instrument, bid, LEVEL_PRICE) : 0,
                hasBid ? quantity(instrument, bid, LEVEL_SIZE) : 0,
                hasAsk ? price(instrument, ask, LEVEL_PRICE) : 0,
                hasAsk ? quantity(instrument, ask, LEVEL_SIZE) : 0,
                sink);
    }

    void decodeTicker(int instrument, FieldValues row, EventSink sink) throws FrameRefusedException {
        quote(
                instrument,
                row,
                price(instrument, row, Row.BID_PRICE),
                quantity(instrument, row, Row.BID_SIZE),
                price(instrument, row, Row.ASK_PRICE),
                quantity(instrument, row, Row.ASK_SIZE),
                sink);
    }

    private void quote(
            int instrument,
            FieldValues row,
            long bidPrice,
            long bidQuantity,
            long askPrice,
            long askQuantity,
            EventSink sink)
            throws FrameRefusedException {
        long exchangeTimeMs = numbers.whole(row, Row.TIME);
        boolean hasBid = bidPrice != 0 && bidQuantity != 0;
        boolean hasAsk = askPrice != 0 && askQuantity != 0;
        sink.bookTicker(
                instrument,
                exchangeTimeMs,
                row.hasValue(Row.SEQUENCE) ? numbers.whole(row, Row.SEQUENCE) : exchangeTimeMs,
                hasBid ? bidPrice : 0,
                hasBid ? bidQuantity : 0,
                hasAsk ? askPrice : 0,
                hasAsk ? askQuantity : 0,
                0);
    }

    /** Reads the first level of a side; false where the side is empty. */
    private static boolean readLevel(FieldValues row, int side, JsonItems level) throws FrameRefusedException {
        JsonScanner json = row.json();
        int position = row.from(side);
        if (json.at(position) != '[' || row.isText(side)) {
            throw row.badValue(side, "an array of levels");
        }
        int first = json.skip('[', position);
        if (json.at(first) == ']') {
            return false;
        }
        if (json.at(first) != '[') {
            throw row.badValue(side, "an array of levels");
        }
        level.read(first);
        return true;
    }

    /** The venue writes what is not there as an empty text. */
    private long price(int instrument, FieldValues values, int field) throws FrameRefusedException {
        Token token = instruments.token(instrument);
        return values.isEmptyText(field) ? 0 : numbers.atLeast0(values, field, token.priceExponent());
    }

    private long quantity(int instrument, FieldValues values, int field) throws FrameRefusedException {
        Token token = instruments.token(instrument);
        return values.isEmptyText(field)
                ? 0
                : numbers.atLeast0(values, field, token.quantityExponent(), instruments.contractSize(instrument));
    }
}
