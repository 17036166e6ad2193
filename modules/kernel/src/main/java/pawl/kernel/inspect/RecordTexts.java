package pawl.kernel.inspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import pawl.storage.RecordField;

/** A record's fields as the façade hands them out. */
public final class RecordTexts {
    private RecordTexts() {}

    public static SequencedMap<String, Object> values(List<RecordField> fields) {
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        for (RecordField field : fields) {
            values.put(
                    field.name(),
                    switch (field) {
                        case RecordField.Text text -> text.value();
                        case RecordField.Whole whole -> whole.value();
                        case RecordField.Real real -> real.value();
                        case RecordField.Flags flags -> flags.values();
                    });
        }
        return values;
    }
}
