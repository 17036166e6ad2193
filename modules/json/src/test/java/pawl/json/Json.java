package pawl.json;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import pawl.api.exchange.FrameRefusedException;

/** Frames of tests. */
final class Json {
    private static final String[] SCALARS = {
        "0",
        "-1",
        "12.50",
        "1e9",
        "1786310819680",
        "true",
        "false",
        "null",
        "\"\"",
        "\"x\"",
        "\"a\\\"b\\u00e9\"",
        "\"é∑\""
    };

    private Json() {}

    /** A scanner that has the frame, which stands inside a larger array. */
    static JsonScanner scanner(String frame) {
        byte[] bytes = ("\"}]" + frame + "]}\"").getBytes(StandardCharsets.UTF_8);
        JsonScanner json = new JsonScanner();
        json.reset(bytes, 3, bytes.length - 6);
        return json;
    }

    /** Any value, written with blanks here and there. */
    static String any(SplittableRandom random, int levels) {
        int kind = levels == 0 ? 0 : random.nextInt(4);
        if (kind < 2) {
            return SCALARS[random.nextInt(SCALARS.length)];
        }
        StringBuilder text = new StringBuilder().append(kind == 2 ? '[' : '{');
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",").append(random.nextInt(5) == 0 ? " " : "");
            text.append(kind == 2 ? "" : "\"f" + i + "\":").append(any(random, levels - 1));
            text.append(random.nextInt(5) == 0 ? "\n" : "");
        }
        return text.append(kind == 2 ? ']' : '}').toString();
    }

    /** What the refusal of a frame says, and where. */
    static String refusal(String frame, Reading reading) {
        try {
            reading.read(scanner(frame));
            return "not refused";
        } catch (FrameRefusedException refusal) {
            return refusal.reason() + " at " + refusal.offset() + ": " + refusal.getMessage();
        }
    }

    /** What a test does with a frame. */
    interface Reading {
        void read(JsonScanner json) throws FrameRefusedException;
    }
}
