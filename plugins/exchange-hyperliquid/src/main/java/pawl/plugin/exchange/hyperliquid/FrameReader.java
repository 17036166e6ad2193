package pawl.plugin.exchange.hyperliquid;

import java.util.List;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.json.FieldValues;
import pawl.json.JsonFields;
import pawl.json.JsonItems;
import pawl.json.JsonScanner;

/**
 * Finds the trades and quotes of a frame.
 *
 * @param <C> what the caller hands through: where the meaning goes
 */
final class FrameReader<C> {
    static final int COIN = 0;
    static final int TIME = 1;
    static final int SIDE = 2;
    static final int PRICE = 3;
    static final int QUANTITY = 4;
    static final int TRADE_ID = 5;
    private static final List<String> TRADE_NAMES = List.of("coin", "time", "side", "px", "sz", "tid");
    private static final int SIDES = 2;
    private static final List<String> QUOTE_NAMES = List.of("coin", "time", "bbo");
    static final int LEVEL_PRICE = 0;
    static final int LEVEL_QUANTITY = 1;
    private static final List<String> LEVEL_NAMES = List.of("px", "sz");
    private static final int CHANNEL = 0;
    private static final int DATA = 1;
    private static final int BIDS_AND_ASKS = 2;

    private final JsonScanner json = new JsonScanner();
    private final JsonFields frame = new JsonFields(json, "frame", List.of("channel", "data"));
    private final JsonFields trade = new JsonFields(json, Channel.TRADES.wireName(), TRADE_NAMES);
    private final JsonFields quote = new JsonFields(json, Channel.QUOTE.wireName(), QUOTE_NAMES);
    private final JsonItems sides = new JsonItems(json, "bbo", BIDS_AND_ASKS);
    private final JsonFields bid = new JsonFields(json, "bbo bid", LEVEL_NAMES);
    private final JsonFields ask = new JsonFields(json, "bbo ask", LEVEL_NAMES);
    private final Handler<C> handler;

    FrameReader(Handler<C> handler) {
        this.handler = handler;
    }

    /** What is found in a frame. */
    interface Handler<C> {
        void trade(JsonFields trade, C target) throws FrameRefusedException;

        /** A side without an order has no fields. */
        void quote(JsonFields quote, JsonFields bid, JsonFields ask, C target) throws FrameRefusedException;

        void ignored(String reason, C target);
    }

    void read(byte[] bytes, int offset, int length, C target) throws FrameRefusedException {
        json.reset(bytes, offset, length);
        int at = json.first();
        if (json.at(at) != '{') {
            json.requireEnd(json.skipValue(at));
            throw json.refusal(Reason.BAD_VALUE, at, "the frame is no object");
        }
        json.requireEnd(frame.read(at));
        Channel channel = Channel.at(frame.find(CHANNEL, Channel.table()));
        switch (channel) {
            case TRADES -> readTrades(target);
            case QUOTE -> readQuote(target);
            case UNKNOWN -> {
                if (!frame.isText(CHANNEL) || frame.isEmptyText(CHANNEL)) {
                    throw frame.badValue(CHANNEL, "a channel's name");
                }
                handler.ignored(Channel.unknownName(bytes, frame.from(CHANNEL), frame.length(CHANNEL)), target);
            }
            case ACKNOWLEDGEMENT, ERROR, PONG, BOOK, CONTEXT, ALL_CONTEXTS, MIDS, CANDLE ->
                handler.ignored(channel.wireName(), target);
        }
    }

    private void readTrades(C target) throws FrameRefusedException {
        trade.openArray(frame, DATA);
        while (trade.nextObject()) {
            requireCoin(trade);
            handler.trade(trade, target);
        }
    }

    private void readQuote(C target) throws FrameRefusedException {
        quote.readNested(frame, DATA);
        requireCoin(quote);
        sides.readNested(quote, SIDES);
        if (sides.count() != BIDS_AND_ASKS) {
            throw quote.badValue(SIDES, "a bid and an ask, of which either may be null,");
        }
        readLevel(bid, 0);
        readLevel(ask, 1);
        handler.quote(quote, bid, ask, target);
    }

    private void readLevel(JsonFields level, int side) throws FrameRefusedException {
        if (sides.is(side, "null") && !sides.isText(side)) {
            level.clear();
        } else {
            level.readNested(sides, side);
            // Without this, an object without fields would be taken for a side without an order.
            level.from(LEVEL_PRICE);
        }
    }

    private static void requireCoin(FieldValues fields) throws FrameRefusedException {
        if (!fields.isText(COIN) || fields.isEmptyText(COIN) || fields.isEscaped(COIN)) {
            throw fields.badValue(COIN, "a coin, written without escapes,");
        }
    }
}
