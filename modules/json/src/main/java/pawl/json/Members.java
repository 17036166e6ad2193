package pawl.json;

/**
 * Steps over the members of a JSON object without judging them: whatever the bytes are, each method returns a position from where it
 * was given to the end. Unlike {@link JsonScanner} it refuses nothing, since a refusal would be an allocation.
 */
public final class Members {
    private Members() {}

    /** Over blanks. */
    public static int skipBlanks(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** Whether that byte stands at the position. */
    public static boolean isAt(byte[] bytes, int at, int end, char expected) {
        return at < end && bytes[at] == expected;
    }

    /** Whether these ASCII bytes stand from one position to before another. */
    public static boolean is(byte[] text, byte[] bytes, int from, int to) {
        return to - from == text.length && startsWith(text, bytes, from, to);
    }

    /** Whether these ASCII bytes stand at the position. */
    public static boolean startsWith(byte[] text, byte[] bytes, int from, int end) {
        if (end - from < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (bytes[from + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    /** From a text's first byte to its closing quote, or the end where it has none. */
    public static int closingQuote(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, end);
    }

    /** From a value's first byte to the position after its last. */
    public static int valueEnd(byte[] bytes, int from, int end) {
        int levels = 0;
        int at = from;
        while (at < end) {
            byte c = bytes[at];
            if (c == '"') {
                at = Math.min(end, closingQuote(bytes, at + 1, end) + 1);
            } else if (c == '}' || c == ']') {
                if (levels == 0) {
                    return at;
                }
                levels--;
                at++;
            } else if (c == ',' && levels == 0) {
                return at;
            } else {
                levels += c == '{' || c == '[' ? 1 : 0;
                at++;
            }
        }
        return end;
    }
}
