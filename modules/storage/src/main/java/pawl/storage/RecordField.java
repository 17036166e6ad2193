package pawl.storage;

import java.util.List;

/** A named value of a record, for people and programs to read. */
public sealed interface RecordField {
    /** In camel case, unit included; stable. */
    String name();

    /** A text; exact decimals are texts, so that no reader rounds them. */
    record Text(String name, String value) implements RecordField {}

    /** A whole number: a time, an id, a count, a code. */
    record Whole(String name, long value) implements RecordField {}

    /** A binary64, finite. */
    record Real(String name, double value) implements RecordField {}

    /** Names of the flags that are set. */
    record Flags(String name, List<String> values) implements RecordField {
        public Flags {
            values = List.copyOf(values);
        }
    }
}
