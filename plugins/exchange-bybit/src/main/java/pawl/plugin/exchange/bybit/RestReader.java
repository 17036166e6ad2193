package pawl.plugin.exchange.bybit;

import java.util.List;
import pawl.api.exchange.FrameRefusedException;
import pawl.json.FieldNumbers;
import pawl.json.JsonFields;

/**
 * The bodies of {@code GET /v5/market/tickers}, one or all symbols, and {@code GET /v5/market/open-interest}, a history of one.
 *
 * @param <C> what the caller hands through: where the meaning goes
 */
final class RestReader<C> {
    /** The fields of a row of the history of open interest. */
    static final List<String> INTEREST_NAMES = List.of("openInterest", "singleOpenInterest", "timestamp");

    static final int OPEN_INTEREST = 0;
    static final int SINGLE_OPEN_INTEREST = 1;
    static final int TIMESTAMP = 2;

    /** Why a body is of no use: its contracts are not linear. */
    private static final String OTHER_CATEGORY = "otherCategory";

    private static final String EMPTY = "empty";
    private static final List<String> RESULT_NAMES = List.of("category", "list", "symbol");
    private static final int CATEGORY = 0;
    private static final int LIST = 1;
    private static final int RESULT_SYMBOL = 2;

    private final Envelope envelope;
    private final JsonFields result;
    private final JsonFields ticker;
    private final JsonFields interest;
    private final FieldNumbers numbers = new FieldNumbers();
    private final Handler<C> handler;

    RestReader(Envelope envelope, Handler<C> handler) {
        this.envelope = envelope;
        this.handler = handler;
        result = new JsonFields(envelope.json(), "result", RESULT_NAMES);
        ticker = new JsonFields(envelope.json(), Channel.TICKER.wireName(), TickerDecoder.NAMES);
        interest = new JsonFields(envelope.json(), "open-interest", INTEREST_NAMES);
    }

    /** What is found in a body. */
    interface Handler<C> {
        /** A row of the tickers, of any symbol. */
        void ticker(JsonFields ticker, long timeMs, C target) throws FrameRefusedException;

        /** A row of the history of open interest; the symbol stands in another object. */
        void openInterest(JsonFields row, JsonFields result, int symbolField, C target) throws FrameRefusedException;

        void ignored(String reason, C target);
    }

    void read(C target) throws FrameRefusedException {
        if (envelope.isRestError()) {
            handler.ignored(envelope.restError(), target);
            return;
        }
        result.readNested(envelope.fields(), Envelope.RESULT);
        if (!result.is(CATEGORY, "linear")) {
            handler.ignored(OTHER_CATEGORY, target);
        } else if (result.has(RESULT_SYMBOL)) {
            readInterest(target);
        } else {
            readTickers(target);
        }
    }

    private void readTickers(C target) throws FrameRefusedException {
        long timeMs = numbers.whole(envelope.fields(), Envelope.TIME);
        ticker.openArray(result, LIST);
        int count = 0;
        for (; ticker.nextObject(); count++) {
            requireSymbol(ticker, TickerDecoder.SYMBOL);
            handler.ticker(ticker, timeMs, target);
        }
        ignoreIfEmpty(count, target);
    }

    private void readInterest(C target) throws FrameRefusedException {
        requireSymbol(result, RESULT_SYMBOL);
        interest.openArray(result, LIST);
        int count = 0;
        for (; interest.nextObject(); count++) {
            handler.openInterest(interest, result, RESULT_SYMBOL, target);
        }
        ignoreIfEmpty(count, target);
    }

    private void ignoreIfEmpty(int count, C target) {
        if (count == 0) {
            handler.ignored(EMPTY, target);
        }
    }

    private static void requireSymbol(JsonFields fields, int field) throws FrameRefusedException {
        if (!fields.isText(field) || fields.isEmptyText(field) || fields.isEscaped(field)) {
            throw fields.badValue(field, "a symbol, written without escapes,");
        }
    }
}
