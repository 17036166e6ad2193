package pawl.capture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as 64 lower-case hexadecimal digits. */
final class Sha256 {
    static final int BYTES = 32;

    private static final HexFormat HEX = HexFormat.of();

    private Sha256() {}

    static String of(byte[] bytes) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }

    static String hex(byte[] bytes, int offset) {
        return HEX.formatHex(bytes, offset, offset + BYTES);
    }

    static byte[] bytes(String hex) {
        return HEX.parseHex(hex);
    }

    /** @throws IllegalArgumentException when it is not 64 lower-case hexadecimal digits */
    static void requireHex(String text) {
        boolean isHex = text.length() == 2 * BYTES;
        for (int i = 0; i < text.length() && isHex; i++) {
            char c = text.charAt(i);
            isHex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        if (!isHex) {
            throw new IllegalArgumentException("\"" + text + "\" is no SHA-256: 64 lower-case hexadecimal digits are");
        }
    }
}
