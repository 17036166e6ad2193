package pawl.plugin.exchange.okx;

import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;
import pawl.json.JsonFields;
import pawl.json.JsonItems;
import pawl.json.JsonScanner;

/**
 * Reports the symbols of the rows that an adapter would decode, and how many decimals their exact numbers are written with. Quantities
 * are the venue's contracts: what one is worth stands in no channel.
 */
final class OkxSurveyor implements InstrumentSurveyor, RowHandler<InstrumentSurveyor.Findings> {
    private final FrameReader<Findings> frames = new FrameReader<>(this);
    private final JsonItems level = new JsonItems(frames.json(), "bbo-tbt: level", 2);
    private final JsonFields detail = new JsonFields(frames.json(), "liquidation-orders: detail", Row.NAMES);

    @Override
    public void survey(byte[] bytes, int offset, int length, Findings findings) throws FrameRefusedException {
        frames.read(bytes, offset, length, findings);
    }

    @Override
    public void row(Channel channel, FieldValues named, FieldValues row, Findings findings)
            throws FrameRefusedException {
        Instruments.requireSymbol(named);
        String symbol = named.text(Row.INSTRUMENT);
        switch (channel) {
            case TRADES, TRADES_ALL -> findings.instrument(symbol, decimals(row, Row.PRICE), decimals(row, Row.SIZE));
            case BBO -> {
                level(symbol, row, Row.BIDS, findings);
                level(symbol, row, Row.ASKS, findings);
            }
            case TICKERS ->
                findings.instrument(
                        symbol,
                        Math.max(decimals(row, Row.BID_PRICE), decimals(row, Row.ASK_PRICE)),
                        Math.max(decimals(row, Row.BID_SIZE), decimals(row, Row.ASK_SIZE)));
            case LIQUIDATIONS -> {
                detail.openArray(row, Row.DETAILS);
                while (detail.nextObject()) {
                    findings.instrument(symbol, 0, decimals(detail, Row.SIZE));
                }
            }
            // Open interest is rounded: its decimals are not all of a quantity's.
            case MARK_PRICE, OPEN_INTEREST, FUNDING -> findings.instrument(symbol, 0, 0);
            case UNUSED -> throw new IllegalStateException("a row of a channel that is not read");
        }
    }

    private void level(String symbol, FieldValues row, int side, Findings findings) throws FrameRefusedException {
        JsonScanner json = frames.json();
        int first = json.skip('[', row.from(side));
        if (json.at(first) == ']') {
            findings.instrument(symbol, 0, 0);
        } else {
            level.read(first);
            findings.instrument(symbol, decimals(level, 0), decimals(level, 1));
        }
    }

    private static int decimals(FieldValues values, int field) throws FrameRefusedException {
        return FieldNumbers.writtenDecimals(values, field);
    }

    @Override
    public void missedTrade(FieldValues row, Findings findings) throws FrameRefusedException {
        row(Channel.TRADES, row, row, findings);
    }

    @Override
    public void settledFunding(FieldValues row, Findings findings) throws FrameRefusedException {
        row(Channel.FUNDING, row, row, findings);
    }

    @Override
    public void ignored(String reason, Findings findings) {}
}
