package pawl.plugin.exchange.binance;

import java.util.List;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.json.FieldNumbers;
import pawl.json.WrittenDecimals;
import pawl.plugin.exchange.binance.rest.Body;
import pawl.plugin.exchange.binance.rest.FundingRateBody;
import pawl.plugin.exchange.binance.rest.MissedTradesBody;
import pawl.plugin.exchange.binance.rest.OpenInterestBody;
import pawl.plugin.exchange.binance.rest.PremiumIndexBody;
import pawl.plugin.exchange.binance.rest.RestBodies;
import pawl.plugin.exchange.binance.rest.RestHandler;
import pawl.plugin.exchange.binance.rest.Row;

/** Reports the symbols of the messages that an adapter would decode, and how many decimals their exact numbers are written with. */
final class BinanceSurveyor
        implements InstrumentSurveyor,
                MessageHandler<InstrumentSurveyor.Findings>,
                RestHandler<InstrumentSurveyor.Findings> {
    private final FrameReader<Findings> frames = new FrameReader<>(this);
    private final MessageFields order = frames.nestedFields();
    private final RestBodies<Findings> bodies = new RestBodies<>(this);

    @Override
    public void survey(byte[] bytes, int offset, int length, Findings findings) throws FrameRefusedException {
        frames.read(bytes, offset, length, findings);
    }

    @Override
    public void message(MessageFields fields, Findings findings) throws FrameRefusedException {
        if (CoinMargined.is(fields)) {
            return;
        }
        switch (fields.kind()) {
            case TRADE, AGGREGATE_TRADE ->
                findings.instrument(symbol(fields), decimals(fields, 'p'), decimals(fields, 'q'));
            case BOOK_TICKER ->
                findings.instrument(
                        symbol(fields),
                        Math.max(decimals(fields, 'b'), decimals(fields, 'a')),
                        Math.max(decimals(fields, 'B'), decimals(fields, 'A')));
            case MARK_PRICE -> findings.instrument(symbol(fields), 0, 0);
            case FORCE_ORDER -> {
                order.readNested(fields, 'o');
                if (!CoinMargined.is(order)) {
                    int decimals = Math.max(decimals(order, 'q'), decimals(order, 'z'));
                    findings.instrument(symbol(order), 0, decimals);
                }
            }
            case UNUSED -> {}
        }
    }

    private static String symbol(MessageFields fields) throws FrameRefusedException {
        Instruments.requireSymbol(fields);
        return fields.text('s');
    }

    private static int decimals(MessageFields fields, int field) throws FrameRefusedException {
        return FieldNumbers.writtenDecimals(fields, field);
    }

    @Override
    public void openInterest(List<Row<OpenInterestBody>> rows, Findings findings) throws FrameRefusedException {
        for (Row<OpenInterestBody> row : rows) {
            String text = row.body().openInterest();
            int decimals = WrittenDecimals.count(text);
            if (decimals < 0 || decimals > WrittenDecimals.MOST) {
                throw new FrameRefusedException(
                        Reason.BAD_VALUE,
                        row.offset(),
                        "openInterest: field \"openInterest\" is no decimal number of at most " + WrittenDecimals.MOST
                                + " decimals");
            }
            findings.instrument(row.body().symbol(), 0, decimals);
        }
    }

    @Override
    public void premiumIndex(List<Row<PremiumIndexBody>> rows, Findings findings) {
        reportSymbols(rows, findings);
    }

    @Override
    public void fundingRate(List<Row<FundingRateBody>> rows, Findings findings) {
        reportSymbols(rows, findings);
    }

    @Override
    public void missedTrades(List<Row<MissedTradesBody>> rows, Findings findings) {
        reportSymbols(rows, findings);
    }

    private static void reportSymbols(List<? extends Row<? extends Body>> rows, Findings findings) {
        for (Row<? extends Body> row : rows) {
            findings.instrument(row.body().symbol(), 0, 0);
        }
    }

    @Override
    public void ignored(String reason, Findings findings) {}

    @Override
    public void body(byte[] bytes, int frameStart, int from, int to, Findings findings) throws FrameRefusedException {
        bodies.read(bytes, frameStart, from, to, findings);
    }
}
