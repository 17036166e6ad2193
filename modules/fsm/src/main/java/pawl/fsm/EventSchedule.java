package pawl.fsm;

/** When the phases of an event begin, in ms since the epoch, each after the one before. */
public record EventSchedule(long prepMs, long startMs, long midMs, long endMs, long postMs) {

    /** @throws IllegalArgumentException when one is not after the one before */
    public EventSchedule {
        if (!(prepMs >= 0 && prepMs < startMs && startMs < midMs && midMs < endMs && endMs < postMs)) {
            throw new IllegalArgumentException("phases at " + prepMs + ", " + startMs + ", " + midMs + ", " + endMs
                    + ", " + postMs + " ms: each is to begin after the one before");
        }
    }

    public long timeMs(EventPhase phase) {
        return switch (phase) {
            case EVENT_PREP -> prepMs;
            case EVENT_START -> startMs;
            case EVENT_MID -> midMs;
            case EVENT_END -> endMs;
            case EVENT_POST -> postMs;
        };
    }
}
