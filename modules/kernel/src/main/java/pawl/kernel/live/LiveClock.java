package pawl.kernel.live;

import java.util.function.LongSupplier;

/**
 * The engine's time: the host's clock, read in one place (D2), and never running backward. Between two readings it runs with the
 * monotonic clock. A host's clock that was set forward takes it along; one that was set back does not, and the engine's time stays ahead
 * of it until it is started again. Read on the engine's thread; stamped on any.
 */
final class LiveClock {
    /** What is less than this is a clock that is being disciplined, not one that was set. */
    static final long LEAST_STEP_NS = 500_000_000;

    private final LongSupplier wallNs;
    private final LongSupplier monotonicNs;
    private volatile long offsetNs;
    private long aheadNs;
    private long latestNs;
    private long stepNs;

    /** @param wallNs the host's clock, in nanoseconds since the epoch */
    LiveClock(LongSupplier wallNs, LongSupplier monotonicNs) {
        this.wallNs = wallNs;
        this.monotonicNs = monotonicNs;
        offsetNs = wallNs.getAsLong() - monotonicNs.getAsLong();
        latestNs = stampNs();
    }

    /** The engine's time in nanoseconds since the epoch, by the last reading and what went by since. */
    long stampNs() {
        return offsetNs + monotonicNs.getAsLong();
    }

    /** Reads the host's clock, and gives the engine's time; never less than before. */
    long readNs() {
        long monotonic = monotonicNs.getAsLong();
        long offset = offsetNs; // Written on this thread alone.
        long jumpNs = wallNs.getAsLong() + aheadNs - (offset + monotonic);
        if (Math.abs(jumpNs) < LEAST_STEP_NS) {
            offset += jumpNs;
        } else {
            stepNs += jumpNs;
            long givenUpNs = Math.min(aheadNs, jumpNs);
            aheadNs -= givenUpNs; // Grows where the clock was set back.
            offset += jumpNs - givenUpNs;
        }
        offsetNs = offset;
        latestNs = Math.max(latestNs, offset + monotonic);
        return latestNs;
    }

    /** By how much the host's clock was set since the last call; below 0 backward, 0 where it was not. */
    long takeStepNs() {
        long taken = stepNs;
        stepNs = 0;
        return taken;
    }

    /** By how much the engine's time is ahead of the host's clock because that was set back. */
    long aheadNs() {
        return aheadNs;
    }
}
