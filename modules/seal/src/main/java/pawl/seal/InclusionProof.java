package pawl.seal;

import java.util.List;
import java.util.Optional;

/**
 * That a leaf is in a tree, by the hashes beside its way to the root.
 *
 * @param index of the leaf, from 0
 * @param hashes the leaf's sibling first
 */
public record InclusionProof(long index, List<TreeHash> hashes) {
    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /**
     * The root that a tree of that size has if the leaf is in it; empty where the proof has too few hashes or too many for that size
     * and index.
     */
    public Optional<TreeHash> root(TreeHash leaf, long size) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        List<LeafRange> beside = LeafRange.ofInclusion(index, size);
        if (beside.size() != hashes.size()) {
            return Optional.empty();
        }
        TreeHasher hasher = new TreeHasher();
        TreeHash hash = leaf;
        for (int i = 0; i < hashes.size(); i++) {
            boolean isLeft = beside.get(i).first() < index;
            hash = isLeft ? hasher.node(hashes.get(i), hash) : hasher.node(hash, hashes.get(i));
        }
        return Optional.of(hash);
    }

    /** Whether the leaf is in the checkpoint's tree. Says nothing about who made the checkpoint. */
    public boolean proves(TreeHash leaf, Checkpoint checkpoint) {
        return root(leaf, checkpoint.size()).filter(checkpoint.root()::equals).isPresent();
    }
}
