package pawl.seal;

import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 hash of a leaf, of a node or of a whole tree. */
public final class TreeHash {
    public static final int BYTES = 32;

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException when it is not 32 bytes */
    public static TreeHash of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static TreeHash of(byte[] bytes, int offset, int length) {
        if (length != BYTES) {
            throw new IllegalArgumentException("a SHA-256 hash has 32 bytes, not " + length);
        }
        return new TreeHash(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    static TreeHash parse(String base64, String where) throws SealFormatException {
        byte[] bytes = StandardBase64.decode(base64, where);
        if (bytes.length != BYTES) {
            throw new SealFormatException(where + ": a SHA-256 hash has 32 bytes, this has " + bytes.length);
        }
        return new TreeHash(bytes);
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    void copyTo(byte[] into, int offset) {
        System.arraycopy(bytes, 0, into, offset, BYTES);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
