package pawl.plugin.exchange.bybit;

import java.util.List;
import pawl.api.event.EventSink;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Instrument;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;
import pawl.json.JsonFields;

/** Bybit's frames to canonical events. Not thread-safe. */
final class BybitAdapter implements ExchangeAdapter, RestReader.Handler<EventSink> {
    private final Envelope envelope = new Envelope();
    private final RestReader<EventSink> rest = new RestReader<>(envelope, this);
    private final JsonFields ticker = new JsonFields(envelope.json(), Channel.TICKER.wireName(), TickerDecoder.NAMES);
    private final FieldNumbers numbers = new FieldNumbers();
    private final Instruments instruments;
    private final TradeDecoder trades;
    private final QuoteDecoder quotes;
    private final TickerDecoder tickers;
    private final InterestDecoder interests;
    private final LiquidationDecoder liquidations;

    /** @throws IllegalArgumentException when an index is not the position in the list, or a symbol is listed twice */
    BybitAdapter(List<Instrument> listed) {
        instruments = new Instruments(listed);
        trades = new TradeDecoder(envelope, instruments);
        quotes = new QuoteDecoder(envelope, instruments);
        interests = new InterestDecoder(instruments);
        tickers = new TickerDecoder(instruments, interests);
        liquidations = new LiquidationDecoder(envelope, instruments);
    }

    @Override
    public void decode(byte[] bytes, int offset, int length, EventSink sink) throws FrameRefusedException {
        envelope.read(bytes, offset, length);
        if (envelope.isTopic()) {
            topic(sink);
        } else if (envelope.isAnswer()) {
            sink.ignored(envelope.answer());
        } else {
            rest.read(sink);
        }
    }

    private void topic(EventSink sink) throws FrameRefusedException {
        Channel channel = envelope.channel();
        if (channel == Channel.UNUSED) {
            sink.ignored(envelope.unusedName());
            return;
        }
        int from = envelope.symbolFrom();
        int length = envelope.symbolLength();
        byte[] bytes = envelope.json().bytes();
        int instrument = instruments.find(bytes, from, length);
        if (instrument == Instruments.UNCONFIGURED) {
            sink.unconfigured(bytes, from, length);
            return;
        }
        switch (channel) {
            case TRADES -> trades.decode(instrument, sink);
            case QUOTE -> quotes.decode(instrument, sink);
            case TICKER -> {
                ticker.readNested(envelope.fields(), Envelope.DATA);
                envelope.requireSymbol(ticker, TickerDecoder.SYMBOL);
                tickers.decode(ticker, instrument, numbers.whole(envelope.fields(), Envelope.TS), sink);
            }
            case LIQUIDATIONS -> liquidations.decode(instrument, sink);
            case UNUSED -> throw new AssertionError("answered above");
        }
    }

    @Override
    public void ticker(JsonFields row, long timeMs, EventSink sink) throws FrameRefusedException {
        int instrument = instrument(row, TickerDecoder.SYMBOL, sink);
        if (instrument != Instruments.UNCONFIGURED) {
            tickers.decode(row, instrument, timeMs, sink);
        }
    }

    @Override
    public void openInterest(JsonFields row, JsonFields result, int symbolField, EventSink sink)
            throws FrameRefusedException {
        int instrument = instrument(result, symbolField, sink);
        if (instrument != Instruments.UNCONFIGURED) {
            interests.decode(
                    row,
                    RestReader.SINGLE_OPEN_INTEREST,
                    RestReader.OPEN_INTEREST,
                    instrument,
                    numbers.whole(row, RestReader.TIMESTAMP),
                    sink);
        }
    }

    private int instrument(FieldValues fields, int field, EventSink sink) throws FrameRefusedException {
        int from = fields.from(field);
        int length = fields.length(field);
        int instrument = instruments.find(fields.bytes(), from, length);
        if (instrument == Instruments.UNCONFIGURED) {
            sink.unconfigured(fields.bytes(), from, length);
        }
        return instrument;
    }

    @Override
    public void ignored(String reason, EventSink sink) {
        sink.ignored(reason);
    }
}
