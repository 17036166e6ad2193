package pawl.storage;

import java.util.List;
import java.util.OptionalLong;

/**
 * What is to be done with a data folder that an engine left, so that it is as after a clean stop.
 *
 * @param committedTick the last that all tokens committed; empty where none is, and the run is to begin anew
 * @param snapshotTick of the newest snapshots from which that tick can be reached; empty where only the first tick is a start
 * @param hasStopped whether those snapshots are of the tick itself, so that nothing is to be run again
 * @param asides what is beyond the tick, or damaged, in order of names
 * @param unrecognized names in the engine's folders that mean nothing to it, and stay
 */
public record RecoveryPlan(
        OptionalLong committedTick,
        OptionalLong snapshotTick,
        boolean hasStopped,
        List<SetAside> asides,
        List<String> unrecognized) {

    public RecoveryPlan {
        asides = List.copyOf(asides);
        unrecognized = List.copyOf(unrecognized);
    }

    /** Whether the folder is as a clean stop leaves it. */
    public boolean isClean() {
        return asides.isEmpty() && hasStopped;
    }
}
