package pawl.kernel.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was found in a data folder that an engine left, and what was or would be done about it.
 *
 * @param committedTick the last that all tokens committed; empty where none is
 * @param asides one line for each file, or end of one, that is taken out of the way
 * @param asideFolder where to, below the data folder; empty where nothing was moved
 * @param ticksRunAgain from the newest snapshots to that tick, compared byte for byte
 * @param unrecognized names in the engine's folders that mean nothing to it, and stay
 * @param isClean whether the folder was as a clean stop leaves it
 */
public record RecoveryReport(
        OptionalLong committedTick,
        List<String> asides,
        Optional<String> asideFolder,
        long ticksRunAgain,
        List<String> unrecognized,
        boolean isClean) {

    public RecoveryReport {
        asides = List.copyOf(asides);
        unrecognized = List.copyOf(unrecognized);
    }

    /** For people, one line for each thing to be known; none where the folder was clean. */
    public List<String> lines() {
        if (isClean) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("the run before was cut off; "
                + (committedTick.isPresent()
                        ? "its last committed tick is " + committedTick.getAsLong()
                        : "it had committed no tick, so this one begins anew"));
        asideFolder.ifPresent(folder -> lines.add("moved to " + folder + ", which lists it in manifest.json:"));
        asides.forEach(aside -> lines.add("  " + aside));
        if (ticksRunAgain > 0) {
            lines.add(ticksRunAgain + " ticks since the newest snapshots were run again, and gave the same bytes");
        }
        return lines;
    }
}
