package pawl.storage;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A token's name as one part of a name in the store. Letters, digits, {@code -} and, but for the first character, {@code .} stand
 * for themselves; {@code _} is written {@code __}; every other byte of the name's UTF-8 is {@code _} and two lower-case hexadecimal
 * digits. No two names are written alike.
 */
final class NameEscape {
    private static final String HEX_DIGITS = "0123456789abcdef";

    private NameEscape() {}

    static String escape(String name) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b, escaped.length())) {
                escaped.append((char) b);
            } else if (b == '_') {
                escaped.append("__");
            } else {
                escaped.append('_').append(HEX_DIGITS.charAt(b >> 4 & 0xf)).append(HEX_DIGITS.charAt(b & 0xf));
            }
        }
        return escaped.toString();
    }

    /** The name that is written so; empty where none is. */
    static Optional<String> unescape(String escaped) {
        byte[] utf8 = new byte[escaped.length()];
        int length = 0;
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '_') {
                utf8[length++] = (byte) c;
            } else if (escaped.startsWith("__", i)) {
                utf8[length++] = '_';
                i++;
            } else {
                int high = i + 2 < escaped.length() ? HEX_DIGITS.indexOf(escaped.charAt(i + 1)) : -1;
                int low = i + 2 < escaped.length() ? HEX_DIGITS.indexOf(escaped.charAt(i + 2)) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                utf8[length++] = (byte) (high << 4 | low);
                i += 2;
            }
        }
        String name = new String(utf8, 0, length, StandardCharsets.UTF_8);
        return escape(name).equals(escaped) && !name.isEmpty() ? Optional.of(name) : Optional.empty();
    }

    private static boolean isPlain(int c, int position) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || (c == '.' && position > 0);
    }
}
