package pawl.capture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A frame as a value: its bytes as ISO-8859-1 text, so that any bytes compare and print. */
record Recorded(String feed, long arrivalNs, long tick, String text) {
    static Recorded of(Frame frame) {
        byte[] bytes = Arrays.copyOfRange(frame.bytes(), frame.offset(), frame.offset() + frame.length());
        return new Recorded(
                frame.feed(), frame.arrivalNs(), frame.tick(), new String(bytes, StandardCharsets.ISO_8859_1));
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
