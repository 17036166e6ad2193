package pawl.testkit;

import java.util.List;
import java.util.Optional;

/**
 * A JSON value and where in its frame it stands, so that a variant of the frame differs in nothing else.
 *
 * @param from its first byte, the quote of a text included
 * @param to behind its last byte
 * @param members of an object, in the order in which they stand
 * @param elements of an array
 */
record JsonValue(Form form, int from, int to, List<Member> members, List<JsonValue> elements) {
    enum Form {
        OBJECT,
        ARRAY,
        TEXT,
        NUMBER,
        LITERAL
    }

    /** @param nameFrom where the quote of the name stands */
    record Member(String name, int nameFrom, JsonValue value) {}

    /** The whole of a frame; empty where it is not one JSON value. */
    static Optional<JsonValue> read(byte[] frame) {
        return new JsonParser(frame).whole();
    }

    /** The value at a path of names and positions parted by slashes. */
    Optional<JsonValue> at(String path) {
        JsonValue value = this;
        for (String step : path.split("/", -1)) {
            Optional<JsonValue> next = value.step(step);
            if (next.isEmpty()) {
                return next;
            }
            value = next.get();
        }
        return Optional.of(value);
    }

    /** The member of an object at a path, with its name. */
    Optional<Member> memberAt(String path) {
        int slash = path.lastIndexOf('/');
        Optional<JsonValue> owner = slash < 0 ? Optional.of(this) : at(path.substring(0, slash));
        return owner.flatMap(object -> object.member(path.substring(slash + 1)));
    }

    private Optional<JsonValue> step(String step) {
        if (form == Form.ARRAY && step.chars().allMatch(Character::isDigit)) {
            int position = Integer.parseInt(step);
            return position < elements.size() ? Optional.of(elements.get(position)) : Optional.empty();
        }
        return member(step).map(Member::value);
    }

    private Optional<Member> member(String name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }

    /** Its content as it is written: of a text without the quotes. */
    String content(byte[] frame) {
        int quote = form == Form.TEXT ? 1 : 0;
        return Bytes.text(frame, from + quote, to - quote);
    }
}
