package pawl.storage;

import java.util.List;

/** The codes as the table in docs/format.md has them. */
final class TableNames implements DecisionNames {
    private static final List<String> STATES =
            List.of("BUILD", "PRESSURE", "FRAGILE", "TRIGGER_READY", "UNWIND", "COOLDOWN");

    @Override
    public String machine(int machineCode) {
        return "TOKEN";
    }

    @Override
    public String state(int machineCode, int stateCode) {
        return STATES.get(stateCode - 1);
    }

    @Override
    public String reason(int reasonCode) {
        return List.of("THRESHOLD", "DISSIPATED").get(reasonCode - 1);
    }

    @Override
    public String measure(int measureKindCode) {
        return List.of("HEAT", "RELEASE", "CALM").get(measureKindCode - 1);
    }
}
