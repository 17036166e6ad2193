package pawl.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cutting, joining and showing frames. */
final class Bytes {
    private static final int MOST_SHOWN = 400;

    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** The bytes with others in place of those from one position to before another. */
    static byte[] replaced(byte[] bytes, int from, int to, byte[] replacement) {
        return joined(Arrays.copyOf(bytes, from), replacement, Arrays.copyOfRange(bytes, to, bytes.length));
    }

    static byte[] repeated(String text, int times) {
        return of(text.repeat(times));
    }

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** For a message: each byte as a character, cut where it is long. */
    static String shown(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, MOST_SHOWN), StandardCharsets.ISO_8859_1);
        return bytes.length > MOST_SHOWN ? text + "… (" + bytes.length + " bytes)" : text;
    }
}
