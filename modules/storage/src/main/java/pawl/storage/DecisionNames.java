package pawl.storage;

/** Names of the codes in decisions, which belong to the machines and not to the log. A code without a name is named by its number. */
public interface DecisionNames {
    String machine(int machineCode);

    String state(int machineCode, int stateCode);

    String reason(int reasonCode);

    String measure(int measureKindCode);

    /** @param cluster position among the configuration's clusters */
    String cluster(int cluster);

    /** @param event position among the configuration's events */
    String event(int event);
}
