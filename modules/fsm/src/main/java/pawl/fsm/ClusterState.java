package pawl.fsm;

/** The states of a cluster (E6), a ring that is walked forward only. The code stands in logs and snapshots and never changes. */
public enum ClusterState {
    /** Few members press. */
    CLUSTER_CALM(1),
    /** A share of the members has become fragile. */
    CLUSTER_HEATING(2),
    /** A share of the members waits for a release. */
    CLUSTER_FRAGILE(3),
    /** A share of the members unwinds. */
    CLUSTER_UNWIND(4),
    /** Unwinding is over; the members must calm down before the cluster counts again. */
    CLUSTER_COOLDOWN(5);

    private static final ClusterState[] RING = values();

    private final int code;

    ClusterState(int code) {
        this.code = code;
    }

    /** 1 to 5. */
    public int code() {
        return code;
    }

    /** The only state that can follow. */
    public ClusterState next() {
        return RING[(ordinal() + 1) % RING.length];
    }

    /** @throws IllegalArgumentException when the code names no state */
    public static ClusterState ofCode(int code) {
        if (code < 1 || code > RING.length) {
            throw new IllegalArgumentException("no cluster state has the code " + code);
        }
        return RING[code - 1];
    }
}
