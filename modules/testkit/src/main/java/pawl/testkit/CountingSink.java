package pawl.testkit;

import pawl.api.event.EventSink;

/** Counts calls and keeps nothing, so that it allocates nothing either. */
public final class CountingSink implements EventSink {
    private long calls;

    public CountingSink() {}

    /** How many there were so far. */
    public long calls() {
        return calls;
    }

    @Override
    public void trade(int i, long time, long first, long last, long aggregate, long price, long quantity, int flags) {
        calls++;
    }

    @Override
    public void bookTicker(int i, long time, long id, long bid, long bidQty, long ask, long askQty, int flags) {
        calls++;
    }

    @Override
    public void markPrice(int i, long time, long mark, long index, long rate, long next, int flags) {
        calls++;
    }

    @Override
    public void liquidation(int i, long time, long average, long filled, long price, long quantity, int flags) {
        calls++;
    }

    @Override
    public void openInterest(int i, long time, long openInterest, int flags) {
        calls++;
    }

    @Override
    public void funding(int i, long time, long rate, long fundingTime, int minutes, int flags) {
        calls++;
    }

    @Override
    public void ignored(String reason) {
        calls++;
    }

    @Override
    public void unconfigured(byte[] bytes, int symbolOffset, int symbolLength) {
        calls++;
    }
}
