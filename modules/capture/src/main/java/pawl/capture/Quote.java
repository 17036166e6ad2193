package pawl.capture;

import java.util.HexFormat;

/** Bytes of a capture as they may stand in a message: a few, and printable. */
final class Quote {
    private static final int MOST_CHARACTERS = 40;
    private static final int MOST_HEX_BYTES = 8;

    private Quote() {}

    /** The first characters in quotation marks; what is not printable ASCII shows as a question mark. */
    static String text(byte[] bytes, int offset, int length) {
        StringBuilder text = new StringBuilder().append('"');
        for (int i = 0; i < Math.min(length, MOST_CHARACTERS); i++) {
            char c = (char) (bytes[offset + i] & 0xff);
            text.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        return text.append(length > MOST_CHARACTERS ? "…\"" : "\"").toString();
    }

    /** The first bytes in hexadecimal, for example {@code 28 b5 2f fd}. */
    static String hex(byte[] bytes, int offset, int length) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes, offset, offset + Math.min(length, MOST_HEX_BYTES));
    }
}
