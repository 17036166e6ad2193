package pawl.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import pawl.testkit.Outcome.Decoded;

/** What becomes of a frame whose bytes are cut, flipped, followed by others, or no text at all. */
final class ByteCases {
    private static final List<String> GARBAGE =
            List.of("x", "}", "]", ",", "\"", "0", "null", "{}", "[]", "\0", "\uFEFF", "{\"a\":1}", "é", "//", "\f");
    private static final byte[][] NO_UTF_8 = {
        {(byte) 0x80},
        {(byte) 0xC3, 0x28},
        {(byte) 0xC0, (byte) 0xAF},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
        {(byte) 0xFF, (byte) 0xFE},
        {(byte) 0xE2, (byte) 0x82}
    };

    /** What venues, and what stands before them, send in place of data. */
    private static final List<String> BODIES = List.of(
            "",
            " ",
            "\n\n",
            "null",
            "true",
            "0",
            "\"\"",
            "{}",
            "[]",
            "[[]]",
            "[null]",
            "{\"\":{}}",
            "Too Many Requests",
            "{\"code\":-1003,\"msg\":\"Too many requests; current limit is 2400 requests per minute.\"}",
            "{\"retCode\":10006,\"retMsg\":\"Too many visits!\",\"result\":{},\"retExtInfo\":{},\"time\":1672738134824}",
            "{\"code\":\"50011\",\"data\":[],\"msg\":\"Too Many Requests\"}",
            "{\"label\":\"TOO_MANY_REQUESTS\",\"message\":\"Request Rate limit Exceeded\"}",
            "{\"error\":{\"code\":429,\"message\":\"rate limit\"}}",
            "<html>\r\n<head><title>429 Too Many Requests</title></head>\r\n<body>nginx</body>\r\n</html>\r\n",
            "<!DOCTYPE html><html><body>403 Forbidden</body></html>",
            "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 10\r\n\r\n",
            "\0\0\0\0",
            "\u001f\u008b\b");

    private final Decoding decoding;
    private final List<Transcript> transcripts;

    ByteCases(Decoding decoding, List<Transcript> transcripts) {
        this.decoding = decoding;
        this.transcripts = transcripts;
    }

    /** Every beginning of the frame, alone and with the rest of it standing behind its end. */
    void truncated() {
        for (Transcript transcript : transcripts) {
            byte[] frame = transcript.bytes();
            for (int length = 0; length < frame.length; length++) {
                Variant variant = new Variant(transcript.name() + " cut at " + length, Arrays.copyOf(frame, length));
                requireCut(transcript, variant, decoding.outcome(transcript, variant));
                requireCut(transcript, variant, decoding.of(variant, frame, 0, length));
            }
        }
    }

    private static void requireCut(Transcript transcript, Variant variant, Outcome outcome) {
        Decoding.requireNoEvent(variant, outcome);
        if (transcript.makesEvents() && outcome instanceof Decoded) {
            fail(Decoding.shown(variant) + "is no whole frame; it has to be refused, and gave " + outcome);
        }
    }

    /** Every bit of the frame turned round: what is no JSON any more makes no event. */
    void flipped() {
        for (Transcript transcript : transcripts) {
            byte[] frame = transcript.bytes();
            boolean isJson = JsonValue.read(frame).isPresent();
            for (int at = 0; at < frame.length; at++) {
                for (int bit = 0; bit < 8; bit++) {
                    byte[] changed = frame.clone();
                    changed[at] ^= (byte) (1 << bit);
                    Variant variant = new Variant(
                            transcript.name() + " with bit " + bit + " of byte " + at + " flipped", changed);
                    Outcome outcome = decoding.outcome(transcript, variant);
                    if (isJson && JsonValue.read(changed).isEmpty()) {
                        Decoding.requireNoEvent(variant, outcome);
                    }
                }
            }
        }
    }

    void garbage() {
        for (Transcript transcript : transcripts) {
            byte[] frame = transcript.bytes();
            for (String garbage : GARBAGE) {
                byte[] bytes = Bytes.of(garbage);
                decoding.requireNoEvent(
                        transcript,
                        new Variant(transcript.name() + " followed by " + garbage, Bytes.joined(frame, bytes)));
                decoding.requireNoEvent(
                        transcript, new Variant(transcript.name() + " behind " + garbage, Bytes.joined(bytes, frame)));
            }
            decoding.requireNoEvent(
                    transcript, new Variant(transcript.name() + " twice in a row", Bytes.joined(frame, frame)));
            decoding.requireNoEvent(
                    transcript,
                    new Variant(transcript.name() + " twice in two lines", Bytes.joined(frame, Bytes.of("\n"), frame)));
        }
    }

    /** Bytes that are no UTF-8 in place of a field's text, and in a field that nobody knows. */
    void invalidUtf8() {
        FieldCases.forEach(transcripts, _ -> true, (transcript, text, field) -> {
            JsonValue value = text.value(field);
            if (text.isText(field)) {
                for (byte[] bytes : NO_UTF_8) {
                    byte[] frame = Bytes.replaced(transcript.bytes(), value.from() + 1, value.to() - 1, bytes);
                    decoding.requireLess(
                            transcript, new Variant(transcript.name() + " with no UTF-8 in " + field.path(), frame));
                }
            }
        });
        for (Transcript transcript : transcripts) {
            JsonValue root = new FieldText(transcript).root();
            for (byte[] bytes : NO_UTF_8) {
                if (root.form() == JsonValue.Form.OBJECT && !root.members().isEmpty()) {
                    byte[] member = Bytes.joined(Bytes.of(",\"zz\":\""), bytes, Bytes.of("\""));
                    byte[] frame = Bytes.replaced(transcript.bytes(), root.to() - 1, root.to() - 1, member);
                    decoding.requireSameOrRefused(
                            transcript, new Variant(transcript.name() + " with no UTF-8 in an unknown field", frame));
                }
            }
        }
    }

    /** Empty frames, bodies of errors, pages of proxies. */
    void otherBodies() {
        for (Transcript transcript : transcripts) {
            for (String body : BODIES) {
                decoding.requireNoEvent(transcript, new Variant("the body \"" + body + '"', Bytes.of(body)));
            }
        }
    }

    /** The frame somewhere in an array whose other bytes would go on with it. */
    void insideAnArray() {
        for (Transcript transcript : transcripts) {
            byte[] frame = transcript.bytes();
            for (byte[] before : List.of(Bytes.of("9"), Bytes.of("[{\"data\":"), frame, new byte[1 << 16])) {
                for (byte[] after : List.of(Bytes.of("9"), Bytes.of("}]}\"]"), frame, new byte[3])) {
                    byte[] all = Bytes.joined(before, frame, after);
                    Variant variant = new Variant(
                            transcript.name() + " between " + before.length + " and " + after.length + " other bytes",
                            frame);
                    Outcome outcome = decoding.of(variant, all, before.length, frame.length);
                    Decoding.requireSame(variant, outcome, transcript.meaning());
                }
            }
        }
    }
}
