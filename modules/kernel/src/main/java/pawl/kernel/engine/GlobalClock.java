package pawl.kernel.engine;

import java.util.OptionalLong;
import pawl.api.token.Ticks;

/**
 * The global clock (E2.1): which tick is open, for all tokens, and when a silence is an outage (D2). Frames and boundaries move it, no
 * clock of a machine does, and it never runs backward.
 */
final class GlobalClock {
    /** The last tick of the year 9999, the last whose day a log's name can state. */
    private static final long LAST_TICK = Ticks.firstOfDay(2_932_897) - 1;

    private final long outageTicks;
    private boolean hasStarted;
    private long openTick;
    private long lastFrameTick;

    /** @param outageTicks how long no frame may come before the silence is an outage */
    GlobalClock(long outageTicks) {
        this.outageTicks = outageTicks;
    }

    /** Whether a tick lies in the years 1970 to 9999. */
    static boolean isTick(long tick) {
        return tick >= 0 && tick <= LAST_TICK;
    }

    boolean hasStarted() {
        return hasStarted;
    }

    /** Opens the first tick of all. */
    void start(long tick) {
        hasStarted = true;
        openTick = tick;
        lastFrameTick = tick;
    }

    /** Goes on after a tick that was closed. */
    void resume(long lastClosedTick, long frameTick) {
        hasStarted = true;
        openTick = lastClosedTick + 1;
        lastFrameTick = frameTick;
    }

    /** The tick that frames go into now; none before the first. */
    OptionalLong openTick() {
        return hasStarted ? OptionalLong.of(openTick) : OptionalLong.empty();
    }

    /** The last tick that had a frame; none before the first. */
    OptionalLong lastFrameTick() {
        return hasStarted ? OptionalLong.of(lastFrameTick) : OptionalLong.empty();
    }

    /** The tick that is open; meaningless before the first. */
    long current() {
        return openTick;
    }

    /** Whether that tick is open or still to come, and some tick is open. */
    boolean isDue(long tick) {
        return hasStarted && openTick <= tick;
    }

    /** Whether the silence before a frame of that tick is an outage. */
    boolean isOutage(long frameTick) {
        return hasStarted && frameTick - lastFrameTick > outageTicks;
    }

    /** A frame came into the open tick; true when it is the tick's first. */
    boolean hear() {
        boolean isFirst = lastFrameTick != openTick;
        lastFrameTick = openTick;
        return isFirst;
    }

    /** The open tick was run: the next one opens. */
    void next() {
        openTick++;
    }

    /** Opens a later tick; those between never run. */
    void jumpTo(long tick) {
        openTick = tick;
    }
}
