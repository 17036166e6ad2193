package pawl.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import pawl.testkit.JsonValue.Form;
import pawl.testkit.JsonValue.Member;
import pawl.testkit.Outcome.Decoded;

/** What becomes of a frame whose JSON is another writing of the same, or of more. */
final class ShapeCases {
    private static final List<String> UNKNOWN_VALUES = List.of(
            "1",
            "\"x\"",
            "null",
            "true",
            "-1.5e3",
            "[]",
            "{}",
            "[[1,{\"a\":\"\\u00e9\\\\\\\"\"}],2]",
            "{\"a\":{\"b\":[]}}");
    private static final int HUGE = 2 << 20;
    private static final int DEEP = 100_000;

    private final Decoding decoding;
    private final List<Transcript> transcripts;

    ShapeCases(Decoding decoding, List<Transcript> transcripts) {
        this.decoding = decoding;
        this.transcripts = transcripts;
    }

    /** A venue adds fields without warning. */
    void unknownFields() {
        for (Transcript transcript : transcripts) {
            byte[] frame = transcript.bytes();
            for (JsonValue object : objects(new FieldText(transcript).root())) {
                for (String value : UNKNOWN_VALUES) {
                    String member = "\"zzUnknown\":" + value;
                    String comma = object.members().isEmpty() ? "" : ",";
                    inserted(transcript, frame, object.to() - 1, comma + member);
                    inserted(transcript, frame, object.from() + 1, member + comma);
                }
            }
        }
    }

    private void inserted(Transcript transcript, byte[] frame, int at, String text) {
        Variant variant = new Variant(
                transcript.name() + " with an unknown field at " + at, Bytes.replaced(frame, at, at, Bytes.of(text)));
        decoding.requireSame(transcript, variant);
    }

    private static List<JsonValue> objects(JsonValue value) {
        List<JsonValue> all = new ArrayList<>();
        if (value.form() == Form.OBJECT) {
            all.add(value);
        }
        value.members().forEach(member -> all.addAll(objects(member.value())));
        value.elements().forEach(element -> all.addAll(objects(element)));
        return all;
    }

    /** JSON's fields have no order. */
    void otherOrder() {
        for (Transcript transcript : transcripts) {
            byte[] frame = transcript.bytes();
            JsonValue root = new FieldText(transcript).root();
            for (JsonValue object : objects(root)) {
                decoding.requireSameOrRefused(
                        transcript,
                        new Variant(
                                transcript.name() + " with the fields at " + object.from() + " reversed",
                                Bytes.replaced(frame, object.from(), object.to(), reversed(frame, object))));
            }
            decoding.requireSameOrRefused(
                    transcript, new Variant(transcript.name() + " with all fields reversed", allReversed(frame, root)));
        }
    }

    private static byte[] reversed(byte[] frame, JsonValue object) {
        List<byte[]> members = new ArrayList<>();
        for (Member member : object.members()) {
            members.addFirst(
                    Arrays.copyOfRange(frame, member.nameFrom(), member.value().to()));
        }
        return joined("{", members, "}");
    }

    private static byte[] allReversed(byte[] frame, JsonValue value) {
        List<byte[]> parts = new ArrayList<>();
        return switch (value.form()) {
            case OBJECT -> {
                for (Member member : value.members()) {
                    byte[] name = Arrays.copyOfRange(
                            frame, member.nameFrom(), member.value().from());
                    parts.addFirst(Bytes.joined(name, allReversed(frame, member.value())));
                }
                yield joined("{", parts, "}");
            }
            case ARRAY -> {
                value.elements().forEach(element -> parts.add(allReversed(frame, element)));
                yield joined("[", parts, "]");
            }
            case TEXT, NUMBER, LITERAL -> Arrays.copyOfRange(frame, value.from(), value.to());
        };
    }

    private static byte[] joined(String open, List<byte[]> parts, String close) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(Bytes.of(open));
        for (int i = 0; i < parts.size(); i++) {
            all.writeBytes(i == 0 ? new byte[0] : Bytes.of(","));
            all.writeBytes(parts.get(i));
        }
        all.writeBytes(Bytes.of(close));
        return all.toByteArray();
    }

    /** Blanks around the frame, and between all that it consists of. */
    void blanks() {
        for (Transcript transcript : transcripts) {
            byte[] frame = transcript.bytes();
            for (String blank : new String[] {" ", "\n", "\r\n\t ", " ".repeat(1_000)}) {
                byte[] bytes = Bytes.of(blank);
                for (byte[] each : List.of(
                        Bytes.joined(bytes, frame), Bytes.joined(frame, bytes), Bytes.joined(bytes, frame, bytes))) {
                    decoding.requireSameOrRefused(transcript, new Variant(transcript.name() + " in blanks", each));
                }
                decoding.requireSameOrRefused(
                        transcript, new Variant(transcript.name() + " with blanks inside", spaced(frame, bytes)));
            }
        }
    }

    private static byte[] spaced(byte[] frame, byte[] blank) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        boolean isInText = false;
        boolean isEscaped = false;
        for (byte c : frame) {
            boolean isMark = !isInText && "{}[],:".indexOf(c) >= 0;
            all.writeBytes(isMark ? blank : new byte[0]);
            all.write(c);
            all.writeBytes(isMark ? blank : new byte[0]);
            if (c == '"' && !isEscaped) {
                isInText = !isInText;
            }
            isEscaped = isInText && c == '\\' && !isEscaped;
        }
        return all.toByteArray();
    }

    /** Messages in an array: each one's meaning in order, or none of it. */
    void arrays() {
        for (Transcript transcript : transcripts) {
            for (int times : new int[] {1, 2, 300}) {
                List<byte[]> frames = new ArrayList<>();
                List<CanonicalEvent> all = new ArrayList<>();
                for (int i = 0; i < times; i++) {
                    frames.add(transcript.bytes());
                    all.addAll(transcript.meaning());
                }
                Variant variant =
                        new Variant(times + " times " + transcript.name() + " in an array", joined("[", frames, "]"));
                if (decoding.outcome(transcript, variant) instanceof Decoded decoded && decoded.makesEvents()) {
                    Decoding.requireSame(variant, decoded, all);
                }
                Variant nested =
                        new Variant(variant.what() + " in an array", joined("[", List.of(variant.frame()), "]"));
                if (decoding.outcome(transcript, nested) instanceof Decoded decoded && decoded.makesEvents()) {
                    Decoding.requireSame(nested, decoded, all);
                }
            }
        }
    }

    /** Arrays and objects in one another without end exhaust no stack. */
    void deep() {
        for (Transcript transcript : transcripts) {
            for (String open : new String[] {"[", "{\"a\":"}) {
                String close = open.equals("[") ? "]" : "}";
                String nested = open.repeat(DEEP) + "1" + close.repeat(DEEP);
                withUnknown(transcript, nested);
                Variant alone = new Variant("nothing but " + DEEP + " times " + open, Bytes.of(nested));
                Decoding.requireNoEvent(alone, decoding.outcome(transcript, alone));
                Variant unclosed = new Variant(DEEP + " times " + open + ", never closed", Bytes.repeated(open, DEEP));
                decoding.requireNoEvent(transcript, unclosed);
            }
        }
    }

    /** Megabytes of text, of digits, of elements. */
    void huge() {
        for (Transcript transcript : transcripts) {
            withUnknown(transcript, '"' + "x".repeat(HUGE) + '"');
            withUnknown(transcript, "1".repeat(HUGE));
            withUnknown(transcript, "[" + "1,".repeat(HUGE / 2) + "1]");
            Variant blanks = new Variant(HUGE + " blanks", Bytes.repeated(" ", HUGE));
            decoding.requireNoEvent(transcript, blanks);
        }
    }

    private void withUnknown(Transcript transcript, String value) {
        byte[] frame = transcript.bytes();
        JsonValue root = new FieldText(transcript).root();
        if (root.form() == Form.OBJECT && !root.members().isEmpty()) {
            byte[] member = Bytes.of(",\"zzUnknown\":" + value);
            decoding.requireSameOrRefused(
                    transcript,
                    new Variant(
                            transcript.name() + " with an unknown field of " + value.length() + " characters",
                            Bytes.replaced(frame, root.to() - 1, root.to() - 1, member)));
        }
    }

    /** An escape for a character that needs none is another writing of the same text. */
    void escapes() {
        FieldCases.forEach(transcripts, _ -> true, (transcript, text, field) -> {
            String content = text.content(field);
            if (text.isText(field) && !content.isEmpty()) {
                String first = String.format(Locale.ROOT, "\\u%04X", (int) content.charAt(0));
                Variant variant = text.withContent(field, first + content.substring(1));
                if (decoding.outcome(transcript, variant) instanceof Decoded decoded
                        && decoded.makesEvents()
                        && !Fewer.is(decoded.events(), transcript.meaning())) {
                    fail(Decoding.shown(variant) + "means the same as\n  " + transcript.meaning() + "\nand gave\n  "
                            + decoded.events());
                }
            }
        });
    }
}
