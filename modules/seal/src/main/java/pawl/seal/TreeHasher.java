package pawl.seal;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The two hashes of RFC 6962, section 2.1. Keeps a digest at work: one thread. Allocates nothing from hash to hash. */
final class TreeHasher {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = sha256();

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }

    void leaf(byte[] data, int offset, int length, byte[] into) {
        digest.update(LEAF);
        digest.update(data, offset, length);
        finish(into);
    }

    void node(byte[] left, byte[] right, byte[] into) {
        digest.update(NODE);
        digest.update(left, 0, TreeHash.BYTES);
        digest.update(right, 0, TreeHash.BYTES);
        finish(into);
    }

    TreeHash node(TreeHash left, TreeHash right) {
        byte[] node = new byte[TreeHash.BYTES];
        node(left.bytes(), right.bytes(), node);
        return TreeHash.of(node);
    }

    /** The root of a tree without leaves: the hash of no bytes. */
    void empty(byte[] into) {
        finish(into);
    }

    private void finish(byte[] into) {
        try {
            digest.digest(into, 0, TreeHash.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("32 bytes do not hold a SHA-256", e);
        }
    }
}
