package pawl.kernel.contract;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * In what two data folders differ.
 *
 * @param headers what made them: settings, plugins, formats, which logs and ticks there are
 * @param lastCommonTick the last tick before they part, or of all where they do not; empty where the first differs already
 * @param divergence where the logs part; empty where they do not
 * @param snapshot the first of both folders before that tick whose state differs
 * @param damage what is not as an engine writes it, so that the answer may not hold; a line each
 */
public record RunDifferences(
        List<ValueDifference> headers,
        OptionalLong lastCommonTick,
        Optional<Divergence> divergence,
        Optional<SnapshotDifference> snapshot,
        List<String> damage) {

    public RunDifferences {
        headers = List.copyOf(headers);
        damage = List.copyOf(damage);
    }

    public boolean isNone() {
        return headers.isEmpty() && divergence.isEmpty() && snapshot.isEmpty() && damage.isEmpty();
    }
}
