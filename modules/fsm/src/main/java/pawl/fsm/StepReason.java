package pawl.fsm;

/** Why a token made a step. The code stands in logs and never changes. */
public enum StepReason {
    /** The step's measure stayed at its threshold for the stated number of ticks. */
    THRESHOLD(1),
    /** Heat faded for the dissipation time: the token walks the rest of the ring (D5). */
    DISSIPATED(2);

    private final int code;

    StepReason(int code) {
        this.code = code;
    }

    /** 1 or 2. */
    public int code() {
        return code;
    }
}
