package pawl.plugin.exchange.gate;

import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;

/**
 * Reports the contracts of the rows that an adapter would decode, and how many decimals their exact numbers are written with. Sizes are
 * the venue's contracts: what one is worth stands in no channel that is read.
 */
final class GateSurveyor implements InstrumentSurveyor, RowHandler<InstrumentSurveyor.Findings> {
    private final FrameReader<Findings> frames = new FrameReader<>(this);

    @Override
    public void survey(byte[] bytes, int offset, int length, Findings findings) throws FrameRefusedException {
        frames.read(bytes, offset, length, findings);
    }

    @Override
    public void row(Channel channel, FieldValues message, FieldValues row, Findings findings)
            throws FrameRefusedException {
        Instruments.requireSymbol(row, channel.symbolField());
        String symbol = row.text(channel.symbolField());
        switch (channel) {
            case TRADES -> findings.instrument(symbol, decimals(row, Row.PRICE), decimals(row, Row.SIZE));
            case BOOK_TICKER ->
                findings.instrument(
                        symbol,
                        Math.max(decimals(row, Row.BID_PRICE), decimals(row, Row.ASK_PRICE)),
                        Math.max(decimals(row, Row.BID_SIZE), decimals(row, Row.ASK_SIZE)));
            case TICKERS -> findings.instrument(symbol, 0, 0);
            case LIQUIDATIONS -> findings.instrument(symbol, 0, decimals(row, Row.SIZE));
            case UNUSED -> throw new IllegalStateException("a row of a channel that is not read");
        }
    }

    private static int decimals(FieldValues row, int field) throws FrameRefusedException {
        return FieldNumbers.writtenDecimals(row, field);
    }

    @Override
    public void ignored(String reason, Findings findings) {}
}
