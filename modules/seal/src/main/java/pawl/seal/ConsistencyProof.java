package pawl.seal;

import java.util.List;

/** That one tree is the beginning of another, so that nothing of it was altered while it grew. */
public record ConsistencyProof(List<TreeHash> hashes) {
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /** Whether the later checkpoint's tree begins with the earlier one's. */
    public boolean proves(Checkpoint earlier, Checkpoint later) {
        if (earlier.size() < 1 || earlier.size() > later.size()) {
            return false;
        }
        if (earlier.size() == later.size()) {
            return hashes.isEmpty() && earlier.root().equals(later.root());
        }
        List<LeafRange> ranges = LeafRange.ofConsistency(earlier.size(), later.size());
        if (ranges.size() != hashes.size()) {
            return false;
        }
        // Where the first range does not begin the walk at the earlier tree's last subtree, the earlier tree is that
        // subtree.
        boolean startsWithEarlier = ranges.getFirst().first() >= earlier.size();
        TreeHash earlierRoot = startsWithEarlier ? earlier.root() : hashes.getFirst();
        TreeHash laterRoot = earlierRoot;
        TreeHasher hasher = new TreeHasher();
        for (int i = startsWithEarlier ? 0 : 1; i < hashes.size(); i++) {
            TreeHash hash = hashes.get(i);
            if (ranges.get(i).first() >= earlier.size()) {
                laterRoot = hasher.node(laterRoot, hash);
            } else {
                earlierRoot = hasher.node(hash, earlierRoot);
                laterRoot = hasher.node(hash, laterRoot);
            }
        }
        return earlierRoot.equals(earlier.root()) && laterRoot.equals(later.root());
    }
}
