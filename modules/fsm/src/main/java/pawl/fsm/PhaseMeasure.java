package pawl.fsm;

/** What an event's step looks at. The code stands in logs and never changes; it goes on where those of {@link ClusterMeasure} end. */
public enum PhaseMeasure {
    /** The share of live tokens that collapse, by weight, 0 to 1. */
    COLLAPSE_SHARE(9),
    /** The tick's time, against the phase's. */
    TIME(10);

    private final int code;

    PhaseMeasure(int code) {
        this.code = code;
    }

    /** 9 or 10. */
    public int code() {
        return code;
    }
}
