package pawl.seal;

/**
 * The Merkle tree of RFC 6962, section 2.1, over leaves that come one by one. It keeps one hash for each level, of the complete subtree
 * that waits there for its right sibling: 64 hashes, whatever the number of leaves. One thread.
 */
public final class MerkleTree {
    private static final int MOST_LEVELS = Long.SIZE - 1;

    private final TreeHasher hasher = new TreeHasher();
    private final byte[][] waiting = new byte[MOST_LEVELS][TreeHash.BYTES];
    private final byte[] hash = new byte[TreeHash.BYTES];
    private long size;

    /** The hash of one leaf by itself. */
    public static TreeHash leafHash(byte[] leaf) {
        byte[] hash = new byte[TreeHash.BYTES];
        new TreeHasher().leaf(leaf, 0, leaf.length, hash);
        return TreeHash.of(hash);
    }

    public void append(byte[] leaf) {
        append(leaf, 0, leaf.length);
    }

    public void append(byte[] from, int offset, int length) {
        hasher.leaf(from, offset, length, hash);
        appendHash();
    }

    /** Appends a leaf of which the hash alone is known. */
    public void append(TreeHash leafHash) {
        leafHash.copyTo(hash, 0);
        appendHash();
    }

    private void appendHash() {
        int level = 0;
        // Bit n of the size is set where a subtree of 2^n leaves waits: adding a leaf carries like adding one.
        for (; (size >> level & 1) == 1; level++) {
            hasher.node(waiting[level], hash, hash);
        }
        System.arraycopy(hash, 0, waiting[level], 0, TreeHash.BYTES);
        size++;
    }

    /** Leaves so far. */
    public long size() {
        return size;
    }

    /** The root over the leaves so far; more may follow. */
    public TreeHash root() {
        byte[] root = new byte[TreeHash.BYTES];
        if (size == 0) {
            hasher.empty(root);
            return TreeHash.of(root);
        }
        int level = Long.numberOfTrailingZeros(size);
        System.arraycopy(waiting[level], 0, root, 0, TreeHash.BYTES);
        for (level++; level < MOST_LEVELS; level++) {
            if ((size >> level & 1) == 1) {
                hasher.node(waiting[level], root, root);
            }
        }
        return TreeHash.of(root);
    }
}
