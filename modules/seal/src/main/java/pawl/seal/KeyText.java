package pawl.seal;

import java.util.Arrays;
import java.util.HexFormat;

/** What the texts of a public and a private key have in common. */
final class KeyText {
    private KeyText() {}

    static String line(String text) throws SealFormatException {
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (line.indexOf('\n') >= 0) {
            throw new SealFormatException("key: it is one line");
        }
        return line;
    }

    static String id(int keyId) {
        return HexFormat.of().toHexDigits(keyId);
    }

    static void requireId(String text, int keyId, String where) throws SealFormatException {
        if (!text.equals(id(keyId))) {
            throw new SealFormatException(
                    where + ": the key id is " + text + ", name and key give " + id(keyId) + "; the line was altered");
        }
    }

    static String encoded(byte[] key) {
        byte[] bytes = new byte[1 + key.length];
        bytes[0] = VerifierKey.ED25519;
        System.arraycopy(key, 0, bytes, 1, key.length);
        return StandardBase64.encode(bytes);
    }

    static byte[] keyBytes(String base64, String where) throws SealFormatException {
        byte[] bytes = StandardBase64.decode(base64, where);
        if (bytes.length != 1 + VerifierKey.KEY_BYTES || bytes[0] != VerifierKey.ED25519) {
            throw new SealFormatException(where + ": an Ed25519 key is expected, the byte 1 and 32 more");
        }
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }
}
