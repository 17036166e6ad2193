package pawl.kernel.diff;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import pawl.api.event.EventBatch;
import pawl.kernel.contract.ValueDifference;
import pawl.kernel.diff.TickOfRun.LoggedRecord;
import pawl.storage.RecordView;

/** In which fields two records differ. */
final class RecordComparison {
    private static final String TYPE = "type";
    private static final String SEQUENCE = "sequence";

    /** What a TICK says of records that are compared themselves. */
    private static final Set<String> DERIVED =
            Set.of("records", "tokens", "recordsOfDay", "checksumSum", "runningHash");

    private RecordComparison() {}

    /** Whether they say the same; a checksum also binds a record to its place, and is left out where the places differ. */
    static boolean isSame(RecordView left, RecordView right) {
        boolean isSame = left.tick() == right.tick()
                && left.venueIndex() == right.venueIndex()
                && left.flags() == right.flags()
                && (left.sequence() != right.sequence() || left.checksum() == right.checksum());
        for (int word = 0; word < EventBatch.PAYLOAD_WORDS; word++) {
            isSame &= left.payload(word) == right.payload(word);
        }
        return isSame;
    }

    /** Whether a TICK differs in nothing but what it says of other records. */
    static boolean isDerivedOnly(LoggedRecord left, LoggedRecord right, List<ValueDifference> fields) {
        return left.isTick() && right.isTick() && fields.stream().allMatch(field -> DERIVED.contains(field.name()));
    }

    /** The fields that differ, in the order of the records; of records of two types, the type alone. */
    static List<ValueDifference> fields(SequencedMap<String, Object> left, SequencedMap<String, Object> right) {
        Set<String> names = new LinkedHashSet<>(left.sequencedKeySet());
        names.addAll(right.sequencedKeySet());
        names.remove(SEQUENCE);
        if (!left.getOrDefault(TYPE, "").equals(right.getOrDefault(TYPE, ""))) {
            names.retainAll(Set.of(TYPE));
        }
        return differences(names, left, right);
    }

    /** Those of the names whose values differ. */
    static List<ValueDifference> differences(
            Set<String> names, SequencedMap<String, Object> left, SequencedMap<String, Object> right) {
        List<ValueDifference> differences = new ArrayList<>();
        for (String name : names) {
            Optional<Object> leftValue = Optional.ofNullable(left.get(name));
            Optional<Object> rightValue = Optional.ofNullable(right.get(name));
            if (!leftValue.equals(rightValue)) {
                differences.add(new ValueDifference(name, leftValue, rightValue));
            }
        }
        return differences;
    }

    /** The payload as bare words, for records without a field that differs and for types that this build does not know. */
    static SequencedMap<String, Object> words(RecordView record) {
        SequencedMap<String, Object> words = new LinkedHashMap<>();
        words.put("bytes 1 to 3", HexFormat.of().toHexDigits(record.venueIndex() | (long) record.flags() << 8, 6));
        for (int word = 0; word < EventBatch.PAYLOAD_WORDS; word++) {
            int at = 16 + word * Long.BYTES;
            words.put("bytes " + at + " to " + (at + 7), HexFormat.of().toHexDigits(record.payload(word)));
        }
        return words;
    }
}
