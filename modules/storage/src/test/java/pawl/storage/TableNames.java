package pawl.storage;

import java.util.List;

/** The codes as the table in docs/format.md has them. */
final class TableNames implements DecisionNames {
    private static final List<String> MACHINES = List.of("TOKEN", "CLUSTER", "EVENT");
    private static final List<List<String>> STATES = List.of(
            List.of("", "BUILD", "PRESSURE", "FRAGILE", "TRIGGER_READY", "UNWIND", "COOLDOWN"),
            List.of("", "CLUSTER_CALM", "CLUSTER_HEATING", "CLUSTER_FRAGILE", "CLUSTER_UNWIND", "CLUSTER_COOLDOWN"),
            List.of("NOT_BEGUN", "EVENT_PREP", "EVENT_START", "EVENT_MID", "EVENT_END", "EVENT_POST"));
    private static final List<String> MEASURES = List.of(
            "HEAT",
            "RELEASE",
            "CALM",
            "FRAGILE_SHARE",
            "READY_SHARE",
            "UNWIND_SHARE",
            "SETTLED_SHARE",
            "CALM_SHARE",
            "COLLAPSE_SHARE",
            "TIME");

    @Override
    public String machine(int machineCode) {
        return MACHINES.get(machineCode - 1);
    }

    @Override
    public String state(int machineCode, int stateCode) {
        return STATES.get(machineCode - 1).get(stateCode);
    }

    @Override
    public String reason(int reasonCode) {
        return List.of("THRESHOLD", "DISSIPATED", "SCHEDULED", "COLLAPSED").get(reasonCode - 1);
    }

    @Override
    public String measure(int measureKindCode) {
        return MEASURES.get(measureKindCode - 1);
    }

    @Override
    public String cluster(int cluster) {
        return Integer.toString(cluster);
    }

    @Override
    public String event(int event) {
        return Integer.toString(event);
    }
}
