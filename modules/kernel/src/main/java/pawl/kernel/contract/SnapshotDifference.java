package pawl.kernel.contract;

import java.util.List;

/**
 * State that differs between two runs whose logs agree up to it.
 *
 * @param tick after which both snapshots were taken
 * @param region of the token's block
 * @param word the first that differs, from the start of the region
 * @param left the word in hexadecimal digits; empty where the region is shorter
 * @param right likewise
 * @param fields of the region that differ, by name; empty where the region belongs to a plugin, or has no name for the word
 */
public record SnapshotDifference(
        long tick, String token, String region, int word, String left, String right, List<ValueDifference> fields) {
    public SnapshotDifference {
        fields = List.copyOf(fields);
    }
}
