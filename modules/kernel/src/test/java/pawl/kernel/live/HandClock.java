package pawl.kernel.live;

/** A host's two clocks, moved by hand. */
final class HandClock {
    private long wallNs;
    private long monotonicNs;

    HandClock(long wallNs) {
        this.wallNs = wallNs;
        monotonicNs = 7_000_000_000_000L;
    }

    LiveClock clock() {
        return new LiveClock(this::wallNs, this::monotonicNs);
    }

    long wallNs() {
        return wallNs;
    }

    long monotonicNs() {
        return monotonicNs;
    }

    /** Time goes by. */
    void pass(long ns) {
        wallNs += ns;
        monotonicNs += ns;
    }

    /** Someone sets the host's clock. */
    void step(long ns) {
        wallNs += ns;
    }
}
