package pawl.fsm;

import java.util.List;

/**
 * The cluster machine as a table (E6): for each state the one row that leads out of it. The rows are fixed here; their thresholds come
 * from configuration.
 */
public final class ClusterTable {
    /**
     * One step.
     *
     * @param from where it starts; it leads to {@link ClusterState#next}
     * @param measure what its condition looks at
     * @param dissipates whether a cluster that waits in {@code from} may fade away
     * @param isDynamic whether its thresholds move with the cluster's factors; those of the way home do not, or a large factor
     *     would leave no way home
     */
    public record Row(
            ClusterState from, ClusterMeasure measure, boolean dissipates, boolean isDynamic, Threshold threshold) {
        public ClusterState to() {
            return from.next();
        }
    }

    private final Row[] rows;

    /** The thresholds of the five steps, each named by the state that it leads into. */
    public ClusterTable(Threshold heating, Threshold fragile, Threshold unwind, Threshold cooldown, Threshold calm) {
        rows = new Row[] {
            new Row(ClusterState.CLUSTER_CALM, ClusterMeasure.FRAGILE_SHARE, false, true, heating),
            new Row(ClusterState.CLUSTER_HEATING, ClusterMeasure.READY_SHARE, true, true, fragile),
            new Row(ClusterState.CLUSTER_FRAGILE, ClusterMeasure.UNWIND_SHARE, true, true, unwind),
            new Row(ClusterState.CLUSTER_UNWIND, ClusterMeasure.SETTLED_SHARE, false, false, cooldown),
            new Row(ClusterState.CLUSTER_COOLDOWN, ClusterMeasure.CALM_SHARE, false, false, calm),
        };
    }

    /** The row that leads out of a state. */
    public Row outOf(ClusterState state) {
        return rows[state.ordinal()];
    }

    /** The row that led into a state. */
    public Row into(ClusterState state) {
        return rows[(state.ordinal() + rows.length - 1) % rows.length];
    }

    public List<Row> rows() {
        return List.of(rows);
    }
}
