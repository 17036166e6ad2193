package pawl.capture;

import java.util.Arrays;

/** Characters of a parser turned into UTF-8, into one array that grows to the longest text seen. */
final class Utf8Buffer {
    private static final int MOST_BYTES_OF_CHARACTER = 4;

    private byte[] bytes = new byte[4_096];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Replaces what the buffer holds; false when the text has half a surrogate pair, which no UTF-8 text can. */
    boolean set(char[] characters, int offset, int count) {
        length = 0;
        int end = offset + count;
        for (int i = offset; i < end; i++) {
            if (bytes.length - length < MOST_BYTES_OF_CHARACTER) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8));
            }
            char c = characters[i];
            if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else if (!Character.isSurrogate(c)) {
                put(c);
            } else if (i + 1 < end && Character.isSurrogatePair(c, characters[i + 1])) {
                put(Character.toCodePoint(c, characters[++i]));
            } else {
                return false;
            }
        }
        return true;
    }

    private void put(int codePoint) {
        if (codePoint < 0x800) {
            bytes[length++] = (byte) (0xc0 | (codePoint >> 6));
        } else if (codePoint < 0x10000) {
            bytes[length++] = (byte) (0xe0 | (codePoint >> 12));
            bytes[length++] = continuation(codePoint >> 6);
        } else {
            bytes[length++] = (byte) (0xf0 | (codePoint >> 18));
            bytes[length++] = continuation(codePoint >> 12);
            bytes[length++] = continuation(codePoint >> 6);
        }
        bytes[length++] = continuation(codePoint);
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3f));
    }
}
