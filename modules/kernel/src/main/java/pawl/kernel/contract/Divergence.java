package pawl.kernel.contract;

import java.util.List;
import java.util.Optional;

/**
 * Where two runs part.
 *
 * @param tick the first whose records differ, or that only one has
 * @param token whose record is the first to differ, inputs before decisions; empty for a record of the tick log
 * @param left the record; empty where only the right run has it
 * @param right likewise
 * @param fields in which the two records differ, the first first; empty where only one is there
 * @param leftInputs the token's events of the tick, or of the last tick before it that has some; empty for the tick log
 * @param rightInputs likewise
 * @param otherTokens that also differ in the tick
 */
public record Divergence(
        Course course,
        long tick,
        String token,
        Optional<LogRecord> left,
        Optional<LogRecord> right,
        List<ValueDifference> fields,
        List<LogRecord> leftInputs,
        List<LogRecord> rightInputs,
        List<String> otherTokens) {

    /** How they go on from there. */
    public enum Course {
        /** Both have this tick, and not the same in it. */
        DIFFERENT_RECORDS,
        /** Only the left one has this tick; the right one has later ones. */
        ONLY_LEFT_HAS_TICK,
        /** Only the right one has this tick; the left one has later ones. */
        ONLY_RIGHT_HAS_TICK,
        /** The left one has ended: all of it is the beginning of the right one. */
        LEFT_IS_PREFIX,
        /** The right one has ended: all of it is the beginning of the left one. */
        RIGHT_IS_PREFIX
    }

    public Divergence {
        fields = List.copyOf(fields);
        leftInputs = List.copyOf(leftInputs);
        rightInputs = List.copyOf(rightInputs);
        otherTokens = List.copyOf(otherTokens);
    }
}
