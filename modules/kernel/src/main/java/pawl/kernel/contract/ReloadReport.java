package pawl.kernel.contract;

import java.util.List;

/** What a running engine made of its plugins folder, in order of kind and id; empty where all is as it was. */
public record ReloadReport(List<PluginChange> changes) {
    public ReloadReport {
        changes = List.copyOf(changes);
    }

    /** Whether everything in the folder that this run uses is in force. */
    public boolean isAllInForce() {
        return changes.stream()
                .noneMatch(change -> change.outcome() == PluginChange.Outcome.REFUSED
                        || change.outcome() == PluginChange.Outcome.NEEDS_RESTART);
    }
}
