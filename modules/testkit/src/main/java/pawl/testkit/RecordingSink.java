package pawl.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import pawl.api.event.EventSink;

/** Keeps every call as a value. */
public final class RecordingSink implements EventSink {
    private final List<CanonicalEvent> events = new ArrayList<>();

    public RecordingSink() {}

    /** What was put here so far, in order. */
    public List<CanonicalEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public void trade(
            int instrument, long timeMs, long first, long last, long aggregate, long price, long quantity, int flags) {
        events.add(new CanonicalEvent.Trade(instrument, timeMs, first, last, aggregate, price, quantity, flags));
    }

    @Override
    public void bookTicker(
            int instrument,
            long timeMs,
            long updateId,
            long bidPrice,
            long bidQuantity,
            long askPrice,
            long askQuantity,
            int flags) {
        events.add(new CanonicalEvent.BookTicker(
                instrument, timeMs, updateId, bidPrice, bidQuantity, askPrice, askQuantity, flags));
    }

    @Override
    public void markPrice(int instrument, long timeMs, long mark, long index, long rate, long nextMs, int flags) {
        events.add(new CanonicalEvent.MarkPrice(instrument, timeMs, mark, index, rate, nextMs, flags));
    }

    @Override
    public void liquidation(
            int instrument,
            long timeMs,
            long averagePrice,
            long filledQuantity,
            long orderPrice,
            long orderQuantity,
            int flags) {
        events.add(new CanonicalEvent.Liquidation(
                instrument, timeMs, averagePrice, filledQuantity, orderPrice, orderQuantity, flags));
    }

    @Override
    public void openInterest(int instrument, long timeMs, long openInterest, int flags) {
        events.add(new CanonicalEvent.OpenInterest(instrument, timeMs, openInterest, flags));
    }

    @Override
    public void funding(int instrument, long timeMs, long rate, long fundingTimeMs, int intervalMinutes, int flags) {
        events.add(new CanonicalEvent.Funding(instrument, timeMs, rate, fundingTimeMs, intervalMinutes, flags));
    }

    @Override
    public void ignored(String reason) {
        events.add(new CanonicalEvent.Ignored(reason));
    }

    @Override
    public void unconfigured(byte[] bytes, int symbolOffset, int symbolLength) {
        events.add(
                new CanonicalEvent.Unconfigured(new String(bytes, symbolOffset, symbolLength, StandardCharsets.UTF_8)));
    }
}
