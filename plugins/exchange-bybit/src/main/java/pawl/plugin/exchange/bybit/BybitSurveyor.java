package pawl.plugin.exchange.bybit;

import java.nio.charset.StandardCharsets;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;
import pawl.json.JsonFields;
import pawl.json.JsonItems;
import pawl.json.JsonScanner;

/** Reports the symbols of the messages that an adapter would decode, and how many decimals their exact numbers are written with. */
final class BybitSurveyor implements InstrumentSurveyor, RestReader.Handler<InstrumentSurveyor.Findings> {
    private final Envelope envelope = new Envelope();
    private final JsonScanner json = envelope.json();
    private final RestReader<Findings> rest = new RestReader<>(envelope, this);
    private final JsonFields trade = new JsonFields(json, Channel.TRADES.wireName(), TradeDecoder.NAMES);
    private final JsonFields forced = new JsonFields(json, Channel.LIQUIDATIONS.wireName(), LiquidationDecoder.NAMES);
    private final JsonFields ticker = new JsonFields(json, Channel.TICKER.wireName(), TickerDecoder.NAMES);
    private final JsonFields book = new JsonFields(json, Channel.QUOTE.wireName(), QuoteDecoder.NAMES);
    private final JsonItems levels = new JsonItems(json, "orderbook.1 side", 1);
    private final JsonItems level = new JsonItems(json, "orderbook.1 level", 2);

    @Override
    public void survey(byte[] bytes, int offset, int length, Findings findings) throws FrameRefusedException {
        envelope.read(bytes, offset, length);
        if (envelope.isTopic()) {
            Channel channel = envelope.channel();
            String symbol = new String(bytes, envelope.symbolFrom(), envelope.symbolLength(), StandardCharsets.UTF_8);
            topic(channel, symbol, findings);
        } else if (!envelope.isAnswer()) {
            rest.read(findings);
        }
    }

    private void topic(Channel channel, String symbol, Findings findings) throws FrameRefusedException {
        JsonFields frame = envelope.fields();
        switch (channel) {
            case TRADES -> {
                trade.openArray(frame, Envelope.DATA);
                while (trade.nextObject()) {
                    findings.instrument(
                            symbol, decimals(trade, TradeDecoder.PRICE), decimals(trade, TradeDecoder.QUANTITY));
                }
            }
            case LIQUIDATIONS -> {
                forced.openArray(frame, Envelope.DATA);
                while (forced.nextObject()) {
                    findings.instrument(symbol, 0, decimals(forced, LiquidationDecoder.QUANTITY));
                }
            }
            case QUOTE -> {
                book.readNested(frame, Envelope.DATA);
                side(QuoteDecoder.BIDS, symbol, findings);
                side(QuoteDecoder.ASKS, symbol, findings);
            }
            case TICKER -> {
                ticker.readNested(frame, Envelope.DATA);
                quotes(ticker, symbol, findings);
            }
            case UNUSED -> {}
        }
    }

    private void side(int side, String symbol, Findings findings) throws FrameRefusedException {
        levels.readNested(book, side);
        if (levels.count() > 0) {
            level.readNested(levels, 0);
            findings.instrument(symbol, decimals(level, QuoteDecoder.PRICE), decimals(level, QuoteDecoder.QUANTITY));
        }
    }

    /** A ticker's best prices are no events, and are as fine as those that are. */
    private static void quotes(JsonFields row, String symbol, Findings findings) throws FrameRefusedException {
        findings.instrument(
                symbol,
                Math.max(decimals(row, TickerDecoder.BID_PRICE), decimals(row, TickerDecoder.ASK_PRICE)),
                Math.max(decimals(row, TickerDecoder.BID_QUANTITY), decimals(row, TickerDecoder.ASK_QUANTITY)));
    }

    private static int decimals(FieldValues fields, int field) throws FrameRefusedException {
        return fields.hasValue(field) ? FieldNumbers.writtenDecimals(fields, field) : 0;
    }

    @Override
    public void ticker(JsonFields row, long timeMs, Findings findings) throws FrameRefusedException {
        quotes(row, row.text(TickerDecoder.SYMBOL), findings);
    }

    @Override
    public void openInterest(JsonFields row, JsonFields result, int symbolField, Findings findings)
            throws FrameRefusedException {
        findings.instrument(result.text(symbolField), 0, 0);
    }

    @Override
    public void ignored(String reason, Findings findings) {}
}
