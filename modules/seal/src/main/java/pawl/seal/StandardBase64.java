package pawl.seal;

import java.util.Base64;

/** Base 64 of RFC 4648, section 4, read strictly: one text for each value, so that no two texts of one proof or note differ. */
final class StandardBase64 {
    private StandardBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] decode(String text, String where) throws SealFormatException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new SealFormatException(where + ": no base64: " + e.getMessage(), e);
        }
        if (!encode(bytes).equals(text)) {
            throw new SealFormatException(where + ": base64 in another form than the standard one");
        }
        return bytes;
    }
}
