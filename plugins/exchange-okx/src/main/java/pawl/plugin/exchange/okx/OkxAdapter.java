package pawl.plugin.exchange.okx;

import java.util.List;
import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Instrument;
import pawl.json.FieldValues;

/** OKX's frames to canonical events. Not thread-safe. */
final class OkxAdapter implements ExchangeAdapter, RowHandler<EventSink> {
    private final FrameReader<EventSink> frames = new FrameReader<>(this);
    private final Instruments instruments;
    private final TradeDecoder trades;
    private final QuoteDecoder quotes;
    private final MarkPriceDecoder markPrices;
    private final OpenInterestDecoder openInterests;
    private final FundingDecoder fundings;
    private final LiquidationDecoder liquidations;

    /** @throws IllegalArgumentException when an index is not the position in the list, or a symbol is listed twice */
    OkxAdapter(List<Instrument> listed) {
        instruments = new Instruments(listed);
        trades = new TradeDecoder(instruments);
        quotes = new QuoteDecoder(instruments, frames.json());
        markPrices = new MarkPriceDecoder(instruments);
        openInterests = new OpenInterestDecoder(instruments);
        fundings = new FundingDecoder(instruments);
        liquidations = new LiquidationDecoder(instruments, frames.json());
    }

    @Override
    public void decode(byte[] bytes, int offset, int length, EventSink sink) throws FrameRefusedException {
        frames.read(bytes, offset, length, sink);
    }

    @Override
    public void row(Channel channel, FieldValues named, FieldValues row, EventSink sink) throws FrameRefusedException {
        int instrument = instruments.of(named, sink);
        if (instrument == Instruments.UNCONFIGURED) {
            return;
        }
        switch (channel) {
            case TRADES, TRADES_ALL -> trades.decode(instrument, row, 0, sink);
            case BBO -> quotes.decodeBook(instrument, row, sink);
            case TICKERS -> quotes.decodeTicker(instrument, row, sink);
            case MARK_PRICE -> markPrices.decode(instrument, row, sink);
            case OPEN_INTEREST -> openInterests.decode(instrument, row, sink);
            case FUNDING -> fundings.decodeEstimate(instrument, row, sink);
            case LIQUIDATIONS -> liquidations.decode(instrument, row, sink);
            case UNUSED -> throw new IllegalStateException("a row of a channel that is not read");
        }
    }

    @Override
    public void missedTrade(FieldValues row, EventSink sink) throws FrameRefusedException {
        int instrument = instruments.of(row, sink);
        if (instrument != Instruments.UNCONFIGURED) {
            trades.decode(instrument, row, EventFlag.BACKFILLED, sink);
        }
    }

    @Override
    public void settledFunding(FieldValues row, EventSink sink) throws FrameRefusedException {
        int instrument = instruments.of(row, sink);
        if (instrument != Instruments.UNCONFIGURED) {
            fundings.decodeSettled(instrument, row, sink);
        }
    }

    @Override
    public void ignored(String reason, EventSink sink) {
        sink.ignored(reason);
    }
}
