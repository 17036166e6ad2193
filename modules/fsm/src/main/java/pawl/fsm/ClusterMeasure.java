package pawl.fsm;

/**
 * What a cluster's step looks at: a share of its live members, by weight, 0 to 1. The code stands in logs and never changes; it goes on
 * where those of {@link Measure} end.
 */
public enum ClusterMeasure {
    /** In FRAGILE, TRIGGER_READY or UNWIND. */
    FRAGILE_SHARE(4),
    /** In TRIGGER_READY or UNWIND. */
    READY_SHARE(5),
    /** In UNWIND. */
    UNWIND_SHARE(6),
    /** One less the share in UNWIND. */
    SETTLED_SHARE(7),
    /** One less the share in FRAGILE, TRIGGER_READY or UNWIND. */
    CALM_SHARE(8);

    private final int code;

    ClusterMeasure(int code) {
        this.code = code;
    }

    /** 4 to 8. */
    public int code() {
        return code;
    }
}
