package pawl.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pawl.api.storage.StorageException;

/** Records as lines of tab-separated name=value pairs, as the reader in Python prints them. */
final class FieldText {
    private FieldText() {}

    static List<String> linesOf(HeapLogStore store, String name) throws StorageException, StorageFormatException {
        List<String> lines = new ArrayList<>();
        try (LogReader reader = LogReader.open(store, name)) {
            RecordFields fields = new RecordFields(reader.header(), new TableNames());
            while (reader.next()) {
                lines.add(fields.of(reader.record()).stream()
                        .map(field -> field.name() + "=" + value(field))
                        .collect(Collectors.joining("\t")));
            }
        }
        return lines;
    }

    private static String value(RecordField field) {
        return switch (field) {
            case RecordField.Text text -> text.value();
            case RecordField.Whole whole -> Long.toString(whole.value());
            case RecordField.Real real -> Double.toString(real.value());
            case RecordField.Flags flags -> String.join(",", flags.values());
        };
    }
}
