package pawl.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pawl.testkit.JsonValue.Form;
import pawl.testkit.JsonValue.Member;

/** Reads JSON strictly (RFC 8259), except that it does not look at the encoding of texts. */
final class JsonParser {
    private static final int MOST_LEVELS = 200;
    private static final byte[][] LITERALS = {Bytes.of("true"), Bytes.of("false"), Bytes.of("null")};

    private final byte[] bytes;
    private int at;

    JsonParser(byte[] bytes) {
        this.bytes = bytes;
    }

    Optional<JsonValue> whole() {
        try {
            JsonValue value = value(0);
            skipBlanks();
            return at == bytes.length ? Optional.of(value) : Optional.empty();
        } catch (NotJsonException e) {
            return Optional.empty();
        }
    }

    private JsonValue value(int level) throws NotJsonException {
        skipBlanks();
        int from = at;
        int first = peek();
        if (level > MOST_LEVELS) {
            throw new NotJsonException();
        }
        return switch (first) {
            case '{' -> object(from, level);
            case '[' -> array(from, level);
            case '"' -> {
                text();
                yield new JsonValue(Form.TEXT, from, at, List.of(), List.of());
            }
            case 't', 'f', 'n' -> literal(from);
            default -> number(from);
        };
    }

    private JsonValue object(int from, int level) throws NotJsonException {
        List<Member> members = new ArrayList<>();
        at++;
        skipBlanks();
        if (peek() == '}') {
            at++;
            return new JsonValue(Form.OBJECT, from, at, members, List.of());
        }
        while (true) {
            skipBlanks();
            int nameFrom = at;
            text();
            String name = Bytes.text(bytes, nameFrom + 1, at - 1);
            skipBlanks();
            take(':');
            members.add(new Member(name, nameFrom, value(level + 1)));
            skipBlanks();
            if (peek() == '}') {
                at++;
                return new JsonValue(Form.OBJECT, from, at, members, List.of());
            }
            take(',');
        }
    }

    private JsonValue array(int from, int level) throws NotJsonException {
        List<JsonValue> elements = new ArrayList<>();
        at++;
        skipBlanks();
        if (peek() == ']') {
            at++;
            return new JsonValue(Form.ARRAY, from, at, List.of(), elements);
        }
        while (true) {
            elements.add(value(level + 1));
            skipBlanks();
            if (peek() == ']') {
                at++;
                return new JsonValue(Form.ARRAY, from, at, List.of(), elements);
            }
            take(',');
        }
    }

    private void text() throws NotJsonException {
        take('"');
        while (peek() != '"') {
            int c = bytes[at++];
            if (c >= 0 && c < ' ') {
                throw new NotJsonException();
            }
            if (c == '\\') {
                escape();
            }
        }
        at++;
    }

    private void escape() throws NotJsonException {
        int c = peek();
        at++;
        if (c == 'u') {
            for (int i = 0; i < 4; i++) {
                if (Character.digit(peek(), 16) < 0) {
                    throw new NotJsonException();
                }
                at++;
            }
        } else if ("\"\\/bfnrt".indexOf(c) < 0) {
            throw new NotJsonException();
        }
    }

    private JsonValue literal(int from) throws NotJsonException {
        for (byte[] literal : LITERALS) {
            int to = from + literal.length;
            if (to <= bytes.length && Arrays.equals(bytes, from, to, literal, 0, literal.length)) {
                at = to;
                return new JsonValue(Form.LITERAL, from, to, List.of(), List.of());
            }
        }
        throw new NotJsonException();
    }

    private JsonValue number(int from) throws NotJsonException {
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (at < bytes.length && bytes[at] == '.') {
            at++;
            digits();
        }
        if (at < bytes.length && (bytes[at] == 'e' || bytes[at] == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        return new JsonValue(Form.NUMBER, from, at, List.of(), List.of());
    }

    private void digits() throws NotJsonException {
        int first = at;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == first) {
            throw new NotJsonException();
        }
    }

    private void skipBlanks() {
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
    }

    private void take(char expected) throws NotJsonException {
        if (peek() != expected) {
            throw new NotJsonException();
        }
        at++;
    }

    private int peek() throws NotJsonException {
        if (at >= bytes.length) {
            throw new NotJsonException();
        }
        return bytes[at];
    }

    /** Ends the reading of what is not JSON. */
    private static final class NotJsonException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
