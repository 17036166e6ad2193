package pawl.venue;

/** The market's time: it stands at the first frame until it is started, and then runs at its pace. */
final class MarketClock {
    private static final long NS_PER_MS = 1_000_000;

    private final double pace;
    private final boolean isUnbounded;
    private final long firstNs;
    private long startedAtNs;
    private boolean isStarted;
    private long reachedNs;

    MarketClock(double pace, long firstNs) {
        this.pace = pace;
        this.firstNs = firstNs;
        isUnbounded = Double.isInfinite(pace);
        reachedNs = firstNs;
    }

    void start() {
        isStarted = true;
        startedAtNs = System.nanoTime();
    }

    boolean isStarted() {
        return isStarted;
    }

    /** Whether time is wherever the frames are. */
    boolean isUnbounded() {
        return isUnbounded;
    }

    double pace() {
        return pace;
    }

    /** Notes that everything up to that time was sent. */
    void reach(long atNs) {
        reachedNs = Math.max(reachedNs, atNs);
    }

    long nowNs() {
        if (!isStarted || isUnbounded) {
            return reachedNs;
        }
        return firstNs + (long) ((System.nanoTime() - startedAtNs) * pace);
    }

    long nowMs() {
        return Math.floorDiv(nowNs(), NS_PER_MS);
    }

    long firstMs() {
        return Math.floorDiv(firstNs, NS_PER_MS);
    }

    long firstNs() {
        return firstNs;
    }

    /** How long to wait, in real time, until the market's time is reached; at least a millisecond, a timer's finest. */
    long waitMs(long untilNs) {
        double ms = Math.ceil((untilNs - nowNs()) / pace / NS_PER_MS);
        return (long) Math.clamp(ms, 1.0, 3_600_000.0);
    }
}
