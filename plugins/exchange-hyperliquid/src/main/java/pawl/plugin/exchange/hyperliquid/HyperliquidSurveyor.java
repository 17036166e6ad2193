package pawl.plugin.exchange.hyperliquid;

import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.json.FieldNumbers;
import pawl.json.JsonFields;

/** Reports the coins of trades and quotes, and how many decimals their numbers are written with. */
final class HyperliquidSurveyor implements InstrumentSurveyor, FrameReader.Handler<InstrumentSurveyor.Findings> {
    private final FrameReader<Findings> frames = new FrameReader<>(this);

    @Override
    public void survey(byte[] bytes, int offset, int length, Findings findings) throws FrameRefusedException {
        frames.read(bytes, offset, length, findings);
    }

    @Override
    public void trade(JsonFields trade, Findings findings) throws FrameRefusedException {
        findings.instrument(
                trade.text(FrameReader.COIN),
                FieldNumbers.writtenDecimals(trade, FrameReader.PRICE),
                FieldNumbers.writtenDecimals(trade, FrameReader.QUANTITY));
    }

    @Override
    public void quote(JsonFields quote, JsonFields bid, JsonFields ask, Findings findings)
            throws FrameRefusedException {
        findings.instrument(
                quote.text(FrameReader.COIN),
                Math.max(decimals(bid, FrameReader.LEVEL_PRICE), decimals(ask, FrameReader.LEVEL_PRICE)),
                Math.max(decimals(bid, FrameReader.LEVEL_QUANTITY), decimals(ask, FrameReader.LEVEL_QUANTITY)));
    }

    private static int decimals(JsonFields level, int field) throws FrameRefusedException {
        return level.isEmpty() ? 0 : FieldNumbers.writtenDecimals(level, field);
    }

    @Override
    public void ignored(String reason, Findings findings) {}
}
