package pawl.storage;

import java.nio.charset.StandardCharsets;

/** Texts in fields of fixed size: UTF-8, padded with zero bytes. */
final class FixedText {
    private FixedText() {}

    /** @throws IllegalArgumentException when the text is empty, holds a NUL or is longer than the field */
    static void requireFits(String what, String text, int fieldBytes) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > fieldBytes || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(what + " \"" + text + "\" has " + bytes + " bytes of UTF-8; 1 to "
                    + fieldBytes + " without NUL fit");
        }
    }

    /** Writes a text that fits into a field of zeros. */
    static void put(String text, byte[] into, int offset) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, into, offset, utf8.length);
    }

    static String get(byte[] bytes, int offset, int fieldBytes) {
        int length = 0;
        while (length < fieldBytes && bytes[offset + length] != 0) {
            length++;
        }
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }
}
