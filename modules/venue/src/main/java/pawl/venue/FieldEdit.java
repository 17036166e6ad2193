package pawl.venue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Spoils JSON texts; empty when the field is not there. */
final class FieldEdit {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

    private FieldEdit() {}

    /** Of several fields of that name, the first. */
    static Optional<byte[]> rename(byte[] text, int from, String field, String to) {
        byte[] key = JsonScan.key(field);
        int value = JsonScan.value(text, from, text.length, key);
        return value < 0 ? Optional.empty() : Optional.of(replace(text, value - key.length, value, JsonScan.key(to)));
    }

    /** Of several fields of that name, the first. */
    static Optional<byte[]> nullify(byte[] text, int from, String field) {
        int value = JsonScan.value(text, from, text.length, JsonScan.key(field));
        if (value < 0) {
            return Optional.empty();
        }
        return Optional.of(replace(text, value, JsonScan.end(text, value, text.length), NULL));
    }

    /** Adds to every whole number under that name. */
    static Optional<byte[]> add(byte[] text, int from, String field, long amount) {
        byte[] key = JsonScan.key(field);
        byte[] edited = text;
        boolean isEdited = false;
        int value = JsonScan.value(edited, from, edited.length, key);
        while (value >= 0) {
            int end = JsonScan.end(edited, value, edited.length);
            if (value < end && JsonScan.isDigit(edited[value])) {
                long number = Long.parseLong(new String(edited, value, end - value, StandardCharsets.UTF_8));
                byte[] sum = Long.toString(number + amount).getBytes(StandardCharsets.UTF_8);
                edited = replace(edited, value, end, sum);
                isEdited = true;
            }
            value = JsonScan.value(edited, value, edited.length, key);
        }
        return isEdited ? Optional.of(edited) : Optional.empty();
    }

    private static byte[] replace(byte[] text, int from, int to, byte[] with) {
        ByteArrayOutputStream edited = new ByteArrayOutputStream(text.length + with.length);
        edited.write(text, 0, from);
        edited.writeBytes(with);
        edited.write(text, to, text.length - to);
        return edited.toByteArray();
    }
}
