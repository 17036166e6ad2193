package pawl.api.token;

/**
 * The arithmetic of the global tick (E2.1, D2). A tick id counts 250 ms intervals since 1970-01-01T00:00:00Z, so two engines
 * give one moment the same id; tick {@code n} covers {@code [n * 250 ms, (n + 1) * 250 ms)}.
 */
public final class Ticks {
    public static final long TICK_MS = 250;
    public static final long TICK_NS = TICK_MS * 1_000_000;
    public static final long TICKS_PER_SECOND = 1_000 / TICK_MS;
    public static final long TICKS_PER_DAY = 86_400 * TICKS_PER_SECOND;

    private Ticks() {}

    /** The tick that covers a moment. */
    public static long ofEpochNs(long epochNs) {
        return Math.floorDiv(epochNs, TICK_NS);
    }

    /** The first millisecond since the epoch that the tick covers. */
    public static long startMs(long tick) {
        return tick * TICK_MS;
    }

    /** The UTC day, counted from 1970-01-01, in which the tick starts; a log file holds the ticks of one day (E8.1). */
    public static long epochDay(long tick) {
        return Math.floorDiv(tick, TICKS_PER_DAY);
    }

    /** The first tick of a UTC day counted from 1970-01-01. */
    public static long firstOfDay(long epochDay) {
        return epochDay * TICKS_PER_DAY;
    }
}
