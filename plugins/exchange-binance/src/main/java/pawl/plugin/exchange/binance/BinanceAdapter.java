package pawl.plugin.exchange.binance;

import java.util.List;
import pawl.api.event.EventSink;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Instrument;
import pawl.plugin.exchange.binance.rest.RestBodies;

/** Binance's frames to canonical events. Not thread-safe. */
final class BinanceAdapter implements ExchangeAdapter, MessageHandler<EventSink> {
    private final FrameReader<EventSink> frames = new FrameReader<>(this);
    private final MessageFields order = frames.nestedFields();
    private final TradeDecoder trades;
    private final BookTickerDecoder bookTickers;
    private final MarkPriceDecoder markPrices;
    private final LiquidationDecoder liquidations;
    private final RestBodies<EventSink> bodies;

    /** @throws IllegalArgumentException when an index is not the position in the list, or a symbol is listed twice */
    BinanceAdapter(List<Instrument> listed) {
        Instruments instruments = new Instruments(listed);
        trades = new TradeDecoder(instruments);
        bookTickers = new BookTickerDecoder(instruments);
        markPrices = new MarkPriceDecoder(instruments);
        liquidations = new LiquidationDecoder(instruments);
        bodies = new RestBodies<>(new PollDecoder(instruments));
    }

    @Override
    public void decode(byte[] bytes, int offset, int length, EventSink sink) throws FrameRefusedException {
        frames.read(bytes, offset, length, sink);
    }

    @Override
    public void message(MessageFields fields, EventSink sink) throws FrameRefusedException {
        if (CoinMargined.is(fields)) {
            sink.ignored(CoinMargined.REASON);
            return;
        }
        switch (fields.kind()) {
            case TRADE -> trades.trade(fields, sink);
            case AGGREGATE_TRADE -> trades.aggregateTrade(fields, sink);
            case BOOK_TICKER -> bookTickers.decode(fields, sink);
            case MARK_PRICE -> markPrices.decode(fields, sink);
            case FORCE_ORDER -> forceOrder(fields, sink);
            case UNUSED -> sink.ignored(fields.kindName());
        }
    }

    private void forceOrder(MessageFields fields, EventSink sink) throws FrameRefusedException {
        order.readNested(fields, 'o');
        if (CoinMargined.is(order)) {
            sink.ignored(CoinMargined.REASON);
        } else {
            liquidations.decode(order, sink);
        }
    }

    @Override
    public void ignored(String reason, EventSink sink) {
        sink.ignored(reason);
    }

    @Override
    public void body(byte[] bytes, int frameStart, int from, int to, EventSink sink) throws FrameRefusedException {
        bodies.read(bytes, frameStart, from, to, sink);
    }
}
