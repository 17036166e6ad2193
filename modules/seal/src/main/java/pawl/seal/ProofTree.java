package pawl.seal;

import java.util.List;

/**
 * A tree of a size known before its leaves come, which besides its root gives one proof. It keeps a tree for each hash of the proof, of
 * which there are at most 63; the leaves themselves it does not keep. One thread.
 */
public final class ProofTree {
    private final List<LeafRange> ranges;
    private final List<MerkleTree> subtrees;
    private final MerkleTree whole = new MerkleTree();
    private final long size;

    private ProofTree(long size, List<LeafRange> ranges) {
        this.size = size;
        this.ranges = ranges;
        this.subtrees = ranges.stream().map(range -> new MerkleTree()).toList();
    }

    /** @throws IllegalArgumentException when no such leaf is in a tree of that size */
    public static ProofTree inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
        return new ProofTree(size, LeafRange.ofInclusion(index, size));
    }

    /**
     * For the proof that a tree of the earlier size is the beginning of one of this size.
     *
     * @throws IllegalArgumentException when the earlier size is 0 or above the size
     */
    public static ProofTree consistency(long earlierSize, long size) {
        if (earlierSize < 1 || earlierSize > size) {
            throw new IllegalArgumentException("no proof goes from " + earlierSize + " to " + size + " leaves");
        }
        return new ProofTree(size, LeafRange.ofConsistency(earlierSize, size));
    }

    public void append(byte[] leaf) {
        append(leaf, 0, leaf.length);
    }

    public void append(byte[] from, int offset, int length) {
        long index = whole.size();
        for (int i = 0; i < subtrees.size(); i++) {
            LeafRange range = ranges.get(i);
            if (range.first() <= index && index < range.end()) {
                subtrees.get(i).append(from, offset, length);
            }
        }
        whole.append(from, offset, length);
    }

    public TreeHash root() {
        requireComplete();
        return whole.root();
    }

    /** The proof's hashes, in RFC 6962's order. */
    public List<TreeHash> hashes() {
        requireComplete();
        return subtrees.stream().map(MerkleTree::root).toList();
    }

    private void requireComplete() {
        if (whole.size() != size) {
            throw new IllegalStateException("of " + size + " leaves " + whole.size() + " were appended");
        }
    }
}
