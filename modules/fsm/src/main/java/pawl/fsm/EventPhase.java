package pawl.fsm;

/** The phases of an event (E7), forward only. The code stands in logs and snapshots and never changes. */
public enum EventPhase {
    /** Positions are taken ahead of the event. */
    EVENT_PREP(1),
    /** The last hours before it. */
    EVENT_START(2),
    /** It is under way. */
    EVENT_MID(3),
    /** Its result is known. */
    EVENT_END(4),
    /** It is over. */
    EVENT_POST(5);

    /** What stands in place of a phase's code before the first. */
    public static final int NOT_BEGUN_CODE = 0;

    private static final EventPhase[] PHASES = values();

    private final int code;

    EventPhase(int code) {
        this.code = code;
    }

    /** 1 to 5. */
    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException when the code names no phase */
    public static EventPhase ofCode(int code) {
        if (code < 1 || code > PHASES.length) {
            throw new IllegalArgumentException("no event phase has the code " + code);
        }
        return PHASES[code - 1];
    }
}
