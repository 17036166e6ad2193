package pawl.transport;

import java.util.concurrent.TimeUnit;

/** What one stream has lately delivered, and how long it may be silent. Times are reading times unless named otherwise. */
final class StreamWatch {
    private static final long PAUSE_WINDOW_NS = TimeUnit.MINUTES.toNanos(10);
    private static final int PAUSES_ALLOWED = 3;

    private final StreamPlan plan;
    private final long limitNs;
    private boolean armed;
    private boolean delivering;
    private long sinceNs;
    private long frames;
    private long lastArrivalNs;
    private long longestPauseNs;
    private long longestPauseBeforeNs;
    private long pauseWindowStartNs;
    private boolean refused;
    private long askAgainNs;

    StreamWatch(StreamPlan plan) {
        this.plan = plan;
        this.limitNs = plan.limit().toNanos();
    }

    StreamPlan plan() {
        return plan;
    }

    void data(long readingNs, long arrivalNs) {
        if (delivering) {
            notePause(readingNs, readingNs - sinceNs);
        }
        frames++;
        lastArrivalNs = arrivalNs;
        sinceNs = readingNs;
        armed = true;
        delivering = true;
        refused = false;
    }

    /** From now on its silence counts. */
    void arm(long readingNs) {
        refused = false;
        if (!armed) {
            armed = true;
            sinceNs = readingNs;
        }
    }

    /** Its silence does not count until it has been subscribed to again. */
    void disarm() {
        armed = false;
        delivering = false;
    }

    void stale() {
        delivering = false;
    }

    void refused(long nextAskNs) {
        disarm();
        refused = true;
        askAgainNs = nextAskNs;
    }

    boolean isRefused() {
        return refused;
    }

    /** Whether the time has come to ask once more; says so once. */
    boolean takeRetry(long nowNs, long everyNs) {
        if (!refused || nowNs - askAgainNs < 0) {
            return false;
        }
        askAgainNs = nowNs + everyNs;
        return true;
    }

    boolean isArmed() {
        return armed;
    }

    boolean isDelivering() {
        return delivering;
    }

    long silentNs(long readingNs) {
        return readingNs - sinceNs;
    }

    long limitNs() {
        if (plan.silence() != StreamPlan.Silence.IRREGULAR) {
            return limitNs;
        }
        return Math.max(limitNs, PAUSES_ALLOWED * Math.max(longestPauseNs, longestPauseBeforeNs));
    }

    long frames() {
        return frames;
    }

    long lastArrivalNs() {
        return lastArrivalNs;
    }

    private void notePause(long readingNs, long pauseNs) {
        if (readingNs - pauseWindowStartNs > PAUSE_WINDOW_NS) {
            longestPauseBeforeNs = longestPauseNs;
            longestPauseNs = 0;
            pauseWindowStartNs = readingNs;
        }
        longestPauseNs = Math.max(longestPauseNs, pauseNs);
    }
}
