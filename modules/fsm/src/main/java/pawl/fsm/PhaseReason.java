package pawl.fsm;

/** Why an event's phase moved on. The code stands in logs and never changes; it goes on where those of {@link StepReason} end. */
public enum PhaseReason {
    /** The phase's time had come. */
    SCHEDULED(3),
    /** The tokens of the event collapsed before it had (D8). */
    COLLAPSED(4);

    private final int code;

    PhaseReason(int code) {
        this.code = code;
    }

    /** 3 or 4. */
    public int code() {
        return code;
    }
}
