package pawl.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pawl.testkit.JsonValue.Form;
import pawl.testkit.JsonValue.Member;

/** A transcript's frame as JSON, whose fields can be given other values. */
final class FieldText {
    private final Transcript transcript;
    private final byte[] frame;
    private final JsonValue root;

    /** @throws AssertionError when the frame is not one JSON value */
    FieldText(Transcript transcript) {
        this.transcript = transcript;
        this.frame = transcript.bytes();
        this.root = JsonValue.read(frame)
                .orElseThrow(
                        () -> new AssertionError(
                                "transcript " + transcript.name()
                                        + " is not one JSON value; where the venue does not speak JSON, say that the case does not apply"));
    }

    JsonValue root() {
        return root;
    }

    JsonValue value(Field field) {
        return root.at(field.path())
                .orElseThrow(() -> new AssertionError("transcript " + transcript.name() + " has nothing at "
                        + field.path() + ": " + Bytes.shown(frame)));
    }

    /** What the field says, without quotes. */
    String content(Field field) {
        return value(field).content(frame);
    }

    boolean isText(Field field) {
        return value(field).form() == Form.TEXT;
    }

    /** The field with another content, quoted where it was. */
    Variant withContent(Field field, String content) {
        return withRaw(field, isText(field) ? '"' + content + '"' : content);
    }

    /** The field with any bytes in the place of its value. */
    Variant withRaw(Field field, String raw) {
        JsonValue value = value(field);
        String shown = raw.length() > 60 ? raw.substring(0, 60) + "…" : raw;
        return new Variant(
                transcript.name() + " with " + field.path() + " = " + shown,
                Bytes.replaced(frame, value.from(), value.to(), Bytes.of(raw)));
    }

    /** Some fields with other contents; quoted where they were. */
    Variant withContents(String what, List<Field> fields, UnaryOperator<String> change) {
        List<Field> fromTheEnd = new ArrayList<>(fields);
        fromTheEnd.sort(
                Comparator.comparingInt((Field field) -> value(field).from()).reversed());
        byte[] changed = frame;
        for (Field field : fromTheEnd) {
            JsonValue value = value(field);
            int quote = value.form() == Form.TEXT ? 1 : 0;
            byte[] content = Bytes.of(change.apply(content(field)));
            changed = Bytes.replaced(changed, value.from() + quote, value.to() - quote, content);
        }
        return new Variant(transcript.name() + " with " + what, changed);
    }

    /** The field under another name; none for an element of an array, which has no name. */
    List<Variant> renamed(Field field) {
        return member(field)
                .map(member -> new Variant(
                        transcript.name() + " with " + field.path() + " renamed",
                        Bytes.replaced(frame, member.nameFrom() + 1, member.nameFrom() + 1, Bytes.of("zz"))))
                .stream()
                .toList();
    }

    /** The field twice, the second time with another value; none for an element of an array. */
    List<Variant> doubled(Field field, String secondRaw) {
        return member(field)
                .map(member -> new Variant(
                        transcript.name() + " with " + field.path() + " twice",
                        Bytes.replaced(
                                frame,
                                member.value().to(),
                                member.value().to(),
                                Bytes.of(",\"" + member.name() + "\":" + secondRaw))))
                .stream()
                .toList();
    }

    private Optional<Member> member(Field field) {
        return root.memberAt(field.path());
    }
}
