package pawl.venue;

import java.nio.charset.StandardCharsets;

/**
 * Finds values in JSON text by their key, at whatever depth the key first stands. Enough for an exchange's messages, which are
 * without white space and whose texts hold no quotes, and far cheaper than a tree of each.
 */
final class JsonScan {
    private JsonScan() {}

    /** A key as it stands before its value. */
    static byte[] key(String name) {
        return ("\"" + name + "\":").getBytes(StandardCharsets.UTF_8);
    }

    /** Where the key's value begins; -1 when there is no such key. */
    static int value(byte[] text, int from, int to, byte[] key) {
        int last = to - key.length;
        for (int at = from; at <= last; at++) {
            if (text[at] == '"' && startsWith(text, at, key)) {
                return at + key.length;
            }
        }
        return -1;
    }

    static boolean startsWith(byte[] text, int at, byte[] prefix) {
        if (at + prefix.length > text.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (text[at + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** Just behind the value that begins at {@code from}. */
    static int end(byte[] text, int from, int to) {
        if (from < to && text[from] == '"') {
            return behindText(text, from, to);
        }
        int depth = 0;
        for (int at = from; at < to; at++) {
            switch (text[at]) {
                case '"' -> at = behindText(text, at, to) - 1;
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    depth--;
                    if (depth <= 0) {
                        return depth == 0 ? at + 1 : at;
                    }
                }
                case ',' -> {
                    if (depth == 0) {
                        return at;
                    }
                }
                default -> {}
            }
        }
        return to;
    }

    private static int behindText(byte[] text, int from, int to) {
        for (int at = from + 1; at < to; at++) {
            if (text[at] == '"' && text[at - 1] != '\\') {
                return at + 1;
            }
        }
        return to;
    }

    /** The whole number that is the key's value; {@code otherwise} when there is none. */
    static long number(byte[] text, int from, int to, byte[] key, long otherwise) {
        int at = value(text, from, to, key);
        if (at < 0 || at >= to || !isDigit(text[at])) {
            return otherwise;
        }
        long number = 0;
        while (at < to && isDigit(text[at])) {
            number = number * 10 + (text[at++] - '0');
        }
        return number;
    }

    /** The key's value without its quotes; empty when there is none. */
    static String string(byte[] text, int from, int to, byte[] key) {
        int at = value(text, from, to, key);
        if (at < 0) {
            return "";
        }
        int end = end(text, at, to);
        boolean isQuoted = text[at] == '"' && end - at >= 2;
        return isQuoted
                ? new String(text, at + 1, end - at - 2, StandardCharsets.UTF_8)
                : new String(text, at, end - at, StandardCharsets.UTF_8);
    }

    /** How many digits stand behind the point of the key's value; -1 when there is no such key. */
    static int decimals(byte[] text, int from, int to, byte[] key) {
        int at = value(text, from, to, key);
        if (at < 0) {
            return -1;
        }
        int end = end(text, at, to);
        for (int i = at; i < end; i++) {
            if (text[i] == '.') {
                int digits = 0;
                while (i + 1 + digits < end && isDigit(text[i + 1 + digits])) {
                    digits++;
                }
                return digits;
            }
        }
        return 0;
    }

    static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }
}
