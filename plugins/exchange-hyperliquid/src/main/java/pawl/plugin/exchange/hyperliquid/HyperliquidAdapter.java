package pawl.plugin.exchange.hyperliquid;

import java.util.List;
import pawl.api.decimal.ContractSize;
import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;
import pawl.json.JsonFields;
import pawl.json.NameTable;

/** Hyperliquid's frames to canonical events. Not thread-safe. */
final class HyperliquidAdapter implements ExchangeAdapter, FrameReader.Handler<EventSink> {
    private final FrameReader<EventSink> frames = new FrameReader<>(this);
    private final FieldNumbers numbers = new FieldNumbers();
    private final NameTable coins;
    private final Token[] tokens;
    private final ContractSize[] sizes;

    /** @throws IllegalArgumentException when an index is not the position in the list, or a coin is listed twice */
    HyperliquidAdapter(List<Instrument> instruments) {
        tokens = new Token[instruments.size()];
        sizes = new ContractSize[tokens.length];
        for (int position = 0; position < tokens.length; position++) {
            Instrument instrument = instruments.get(position);
            if (instrument.index() != position) {
                throw new IllegalArgumentException(
                        instrument.symbol() + " has the index " + instrument.index() + " and stands at " + position);
            }
            tokens[position] = instrument.token();
            sizes[position] = instrument.contractSize();
        }
        coins = new NameTable(instruments.stream().map(Instrument::symbol).toList());
    }

    @Override
    public void decode(byte[] bytes, int offset, int length, EventSink sink) throws FrameRefusedException {
        frames.read(bytes, offset, length, sink);
    }

    private int instrument(JsonFields fields, EventSink sink) throws FrameRefusedException {
        int instrument = fields.find(FrameReader.COIN, coins);
        if (instrument == NameTable.ABSENT) {
            sink.unconfigured(fields.bytes(), fields.from(FrameReader.COIN), fields.length(FrameReader.COIN));
        }
        return instrument;
    }

    @Override
    public void trade(JsonFields trade, EventSink sink) throws FrameRefusedException {
        int instrument = instrument(trade, sink);
        if (instrument == NameTable.ABSENT) {
            return;
        }
        Token token = tokens[instrument];
        // Unique among the fills of a coin, and in no order.
        long id = numbers.whole(trade, FrameReader.TRADE_ID);
        sink.trade(
                instrument,
                numbers.whole(trade, FrameReader.TIME),
                id,
                id,
                0,
                numbers.above0(trade, FrameReader.PRICE, token.priceExponent()),
                numbers.above0(trade, FrameReader.QUANTITY, token.quantityExponent(), sizes[instrument]),
                EventFlag.UNORDERED_ID | takerFlag(trade));
    }

    /** {@code B}: the taker bought; {@code A}, for ask: the taker sold. */
    private static int takerFlag(JsonFields trade) throws FrameRefusedException {
        boolean isSale = trade.is(FrameReader.SIDE, "A");
        if (!trade.isText(FrameReader.SIDE) || !(isSale || trade.is(FrameReader.SIDE, "B"))) {
            throw trade.badValue(FrameReader.SIDE, "A or B");
        }
        return isSale ? EventFlag.TAKER_SOLD : 0;
    }

    @Override
    public void quote(JsonFields quote, JsonFields bid, JsonFields ask, EventSink sink) throws FrameRefusedException {
        int instrument = instrument(quote, sink);
        if (instrument == NameTable.ABSENT) {
            return;
        }
        long timeMs = numbers.whole(quote, FrameReader.TIME);
        sink.bookTicker(
                instrument,
                timeMs,
                // The venue numbers no quotes; blocks have rising times.
                timeMs,
                price(bid, instrument),
                quantity(bid, instrument),
                price(ask, instrument),
                quantity(ask, instrument),
                0);
    }

    private long price(JsonFields level, int instrument) throws FrameRefusedException {
        return level.isEmpty() ? 0 : numbers.above0(level, FrameReader.LEVEL_PRICE, tokens[instrument].priceExponent());
    }

    private long quantity(JsonFields level, int instrument) throws FrameRefusedException {
        return level.isEmpty()
                ? 0
                : numbers.above0(
                        level, FrameReader.LEVEL_QUANTITY, tokens[instrument].quantityExponent(), sizes[instrument]);
    }

    @Override
    public void ignored(String reason, EventSink sink) {
        sink.ignored(reason);
    }
}
