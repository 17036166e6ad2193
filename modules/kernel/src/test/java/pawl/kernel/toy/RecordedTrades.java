package pawl.kernel.toy;

import java.util.ArrayList;
import java.util.List;
import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;

/** Takes trades and nothing else. */
public final class RecordedTrades implements EventSink {
    private final List<String> texts = new ArrayList<>();

    public RecordedTrades() {}

    /** A trade each: instrument, time, id, price, quantity, side. */
    public List<String> texts() {
        return texts;
    }

    @Override
    public void trade(
            int instrument,
            long exchangeTimeMs,
            long firstTradeId,
            long lastTradeId,
            long aggregateId,
            long priceMantissa,
            long quantityMantissa,
            int flags) {
        String side = EventFlag.has(flags, EventFlag.TAKER_SOLD) ? "TAKER_SOLD" : "TAKER_BOUGHT";
        texts.add(instrument + " " + exchangeTimeMs + " " + lastTradeId + " " + priceMantissa + " " + quantityMantissa
                + " " + side);
    }

    @Override
    public void bookTicker(int i, long timeMs, long id, long bid, long bidSize, long ask, long askSize, int flags) {
        throw new AssertionError("no trade");
    }

    @Override
    public void markPrice(int i, long timeMs, long mark, long index, long rate, long nextMs, int flags) {
        throw new AssertionError("no trade");
    }

    @Override
    public void liquidation(int i, long timeMs, long average, long filled, long price, long quantity, int flags) {
        throw new AssertionError("no trade");
    }

    @Override
    public void openInterest(int i, long timeMs, long openInterest, int flags) {
        throw new AssertionError("no trade");
    }

    @Override
    public void funding(int i, long timeMs, long rate, long fundingTimeMs, int intervalMinutes, int flags) {
        throw new AssertionError("no trade");
    }

    @Override
    public void ignored(String reason) {
        throw new AssertionError(reason);
    }

    @Override
    public void unconfigured(byte[] bytes, int symbolOffset, int symbolLength) {
        throw new AssertionError("unconfigured");
    }
}
