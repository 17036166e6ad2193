package pawl.plugin.exchange.gate;

import java.util.List;
import pawl.api.event.EventSink;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Instrument;
import pawl.json.FieldValues;

/** Gate's frames to canonical events. Not thread-safe. */
final class GateAdapter implements ExchangeAdapter, RowHandler<EventSink> {
    private final FrameReader<EventSink> frames = new FrameReader<>(this);
    private final Instruments instruments;
    private final TradeDecoder trades;
    private final BookTickerDecoder bookTickers;
    private final TickerDecoder tickers;
    private final LiquidationDecoder liquidations;

    /** @throws IllegalArgumentException when an index is not the position in the list, or a symbol is listed twice */
    GateAdapter(List<Instrument> listed) {
        instruments = new Instruments(listed);
        trades = new TradeDecoder(instruments);
        bookTickers = new BookTickerDecoder(instruments);
        tickers = new TickerDecoder(instruments);
        liquidations = new LiquidationDecoder(instruments);
    }

    @Override
    public void decode(byte[] bytes, int offset, int length, EventSink sink) throws FrameRefusedException {
        frames.read(bytes, offset, length, sink);
    }

    @Override
    public void row(Channel channel, FieldValues message, FieldValues row, EventSink sink)
            throws FrameRefusedException {
        int instrument = instruments.of(row, channel.symbolField(), sink);
        if (instrument == Instruments.UNCONFIGURED) {
            return;
        }
        switch (channel) {
            case TRADES -> trades.decode(instrument, row, sink);
            case BOOK_TICKER -> bookTickers.decode(instrument, message, row, sink);
            case TICKERS -> tickers.decode(instrument, message, row, sink);
            case LIQUIDATIONS -> liquidations.decode(instrument, row, sink);
            case UNUSED -> throw new IllegalStateException("a row of a channel that is not read");
        }
    }

    @Override
    public void ignored(String reason, EventSink sink) {
        sink.ignored(reason);
    }
}
