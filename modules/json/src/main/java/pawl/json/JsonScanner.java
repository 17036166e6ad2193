package pawl.json;

import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;

/**
 * Steps over the JSON text of one frame (RFC 8259) without allocating. Each method takes a position in the array and returns the
 * position after what it stepped over, so that a caller keeps the cursor in a local variable; every position lies between the
 * frame's first byte and its end. Text is not checked to be UTF-8, everything else is.
 */
public final class JsonScanner {
    /** How deep arrays and objects may stand in one another inside a field's value. */
    public static final int MOST_LEVELS = 64;

    private static final int HEX_DIGITS = 4;
    private byte[] bytes = new byte[0];
    private int start;
    private int end;

    /** With no frame; {@link #reset} gives it one. */
    public JsonScanner() {}

    /** Takes a frame, without the blanks after it. */
    public void reset(byte[] frame, int offset, int length) {
        bytes = frame;
        start = offset;
        end = offset + length;
        while (end > start && isBlank(frame[end - 1])) {
            end--;
        }
    }

    /** The array that the frame stands in. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the frame starts in its array. */
    public int start() {
        return start;
    }

    /** The position after the frame's last byte that is not blank. */
    public int end() {
        return end;
    }

    /** The byte at a position, which may be the frame's end: a frame that ends there is refused. */
    public byte at(int position) throws FrameRefusedException {
        if (position >= end) {
            throw malformed(end, "the frame ends early");
        }
        return bytes[position];
    }

    /**
     * The position of the frame's one value.
     *
     * @throws FrameRefusedException when the frame holds nothing but blanks
     */
    public int first() throws FrameRefusedException {
        int at = skipBlanks(start);
        if (at == end) {
            throw malformed(at, "the frame is empty");
        }
        return at;
    }

    /** Refuses a frame in which something follows its one value, which ended at a position. */
    public void requireEnd(int position) throws FrameRefusedException {
        if (position != end) {
            throw malformed(position, "more follows the frame's one value");
        }
    }

    /** Over blanks, of which there mostly are none. */
    public int skipBlanks(int position) {
        return position < end && bytes[position] > ' ' ? position : skipManyBlanks(position);
    }

    private int skipManyBlanks(int position) {
        int at = position;
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Over one given byte and the blanks around it. */
    public int skip(char expected, int position) throws FrameRefusedException {
        if (position < end && bytes[position] == expected) {
            return skipBlanks(position + 1);
        }
        int at = skipBlanks(position);
        if (at(at) != expected) {
            throw unexpected(at, "'" + expected + "'");
        }
        return skipBlanks(at + 1);
    }

    /** From a text's opening quote to the position after its closing quote. */
    public int skipText(int openingQuote) throws FrameRefusedException {
        int at = EightBytes.findTextEnd(bytes, openingQuote + 1, end);
        return at < end && bytes[at] == '"' ? at + 1 : skipEscapedText(at);
    }

    /** Over the rest of a text from where something else stands than plain characters. */
    private int skipEscapedText(int position) throws FrameRefusedException {
        int at = position;
        while (at(at) != '"') {
            if (bytes[at] != '\\') {
                throw malformed(at, "a control character in a text");
            }
            at = EightBytes.findTextEnd(bytes, skipEscape(at), end);
        }
        return at + 1;
    }

    private int skipEscape(int backslash) throws FrameRefusedException {
        return switch (at(backslash + 1)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> backslash + 2;
            case 'u' -> skipHexDigits(backslash + 2);
            default -> throw unexpected(backslash + 1, "an escape");
        };
    }

    private int skipHexDigits(int first) throws FrameRefusedException {
        for (int at = first; at < first + HEX_DIGITS; at++) {
            if (Character.digit(at(at), 16) < 0) {
                throw unexpected(at, "a hexadecimal digit");
            }
        }
        return first + HEX_DIGITS;
    }

    /** Over a text, a number, {@code true}, {@code false} or {@code null}. */
    public int skipScalar(int position) throws FrameRefusedException {
        byte first = at(position);
        if (first == '"') {
            return skipText(position);
        }
        if (first == '-' || isDigit(first)) {
            return skipNumber(position);
        }
        return switch (first) {
            case 't' -> skipWord("true", position);
            case 'f' -> skipWord("false", position);
            case 'n' -> skipWord("null", position);
            default -> throw unexpected(position, "a value");
        };
    }

    private int skipWord(String word, int position) throws FrameRefusedException {
        for (int i = 0; i < word.length(); i++) {
            if (at(position + i) != word.charAt(i)) {
                throw unexpected(position + i, word);
            }
        }
        return position + word.length();
    }

    private int skipNumber(int position) throws FrameRefusedException {
        int first = bytes[position] == '-' ? position + 1 : position;
        int at = skipDigits(first);
        if (at - first > 1 && bytes[first] == '0') {
            throw malformed(first, "a number that starts with 0");
        }
        if (at < end && bytes[at] == '.') {
            at = skipDigits(at + 1);
        }
        if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
            byte sign = at(at + 1);
            at = skipDigits(sign == '+' || sign == '-' ? at + 2 : at + 1);
        }
        return at;
    }

    private int skipDigits(int position) throws FrameRefusedException {
        int at = EightBytes.findNoDigit(bytes, position, end);
        if (at == position) {
            at(position);
            throw unexpected(position, "a digit");
        }
        return at;
    }

    /** Over any value, checking its structure. */
    public int skipValue(int position) throws FrameRefusedException {
        byte[] frame = bytes;
        int frameEnd = end;
        if (position < frameEnd) {
            byte first = frame[position];
            // Short texts, times and ids, which nearly all values are, need no further look.
            if (first == '"') {
                int closing = EightBytes.findTextEnd(frame, position + 1, frameEnd);
                return closing < frameEnd && frame[closing] == '"' ? closing + 1 : skipEscapedText(closing);
            }
            if (first > '0' && first <= '9') {
                int after = EightBytes.findNoDigit(frame, position, frameEnd);
                return after < frameEnd && frame[after] == ',' ? after : skipNumber(position);
            }
        }
        return skipOtherValue(position);
    }

    private int skipOtherValue(int position) throws FrameRefusedException {
        byte first = at(position);
        return first == '{' || first == '[' ? skipNested(position) : skipScalar(position);
    }

    /** Over an object or array. What is open is kept as bits of a word, so that no input can exhaust a stack. */
    private int skipNested(int position) throws FrameRefusedException {
        long objects = 0;
        int levels = 0;
        int at = position;
        while (true) {
            byte first = at(at);
            if (first == '{' || first == '[') {
                if (++levels > MOST_LEVELS) {
                    throw malformed(at, "more than " + MOST_LEVELS + " levels of arrays and objects");
                }
                objects = objects << 1 | (first == '{' ? 1 : 0);
                at = skipBlanks(at + 1);
                if (at(at) != closing(objects)) {
                    at = (objects & 1) == 1 ? skipName(at) : at;
                    continue;
                }
            } else {
                at = skipScalar(at);
            }
            while (levels > 0) {
                at = skipBlanks(at);
                if (at(at) != closing(objects)) {
                    break;
                }
                at++;
                levels--;
                objects >>>= 1;
            }
            if (levels == 0) {
                return at;
            }
            at = skip(',', at);
            at = (objects & 1) == 1 ? skipName(at) : at;
        }
    }

    private static char closing(long objects) {
        return (objects & 1) == 1 ? '}' : ']';
    }

    /** From a field name's opening quote to the first byte of the field's value. */
    public int skipName(int position) throws FrameRefusedException {
        if (at(position) != '"') {
            throw unexpected(position, "a field's name");
        }
        return skip(':', skipText(position));
    }

    /** Whether the bytes from one position to before another are these ASCII characters. */
    public boolean is(String text, int from, int to) {
        if (to - from != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A refusal of what is not JSON. */
    public FrameRefusedException malformed(int position, String fault) {
        return refusal(Reason.MALFORMED, position, fault);
    }

    private FrameRefusedException unexpected(int position, String expected) {
        return malformed(position, Quote.of(bytes, position, position + 1) + " where " + expected + " is expected");
    }

    /** A refusal that points at a position, given in the array and stated from the start of the frame. */
    public FrameRefusedException refusal(Reason reason, int position, String message) {
        return new FrameRefusedException(reason, position - start, message);
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
