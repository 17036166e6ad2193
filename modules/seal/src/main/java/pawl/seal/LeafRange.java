package pawl.seal;

import java.util.ArrayList;
import java.util.List;

/** The leaves of one subtree whose root is part of a proof. */
record LeafRange(long first, long end) {
    /** PATH of RFC 6962, section 2.1.1: subtrees beside the way from the leaf to the root, the leaf's sibling first. */
    static List<LeafRange> ofInclusion(long index, long size) {
        List<LeafRange> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    private static void inclusion(long index, long first, long end, List<LeafRange> path) {
        if (end - first == 1) {
            return;
        }
        long middle = first + leftSize(end - first);
        if (index < middle) {
            inclusion(index, first, middle, path);
            path.add(new LeafRange(middle, end));
        } else {
            inclusion(index, middle, end, path);
            path.add(new LeafRange(first, middle));
        }
    }

    /** PROOF of RFC 6962, section 2.1.2: subtrees from which the roots of both trees are made. */
    static List<LeafRange> ofConsistency(long earlierSize, long size) {
        List<LeafRange> proof = new ArrayList<>();
        consistency(earlierSize, 0, size, true, proof);
        return proof;
    }

    private static void consistency(long earlier, long first, long end, boolean isWhole, List<LeafRange> proof) {
        if (earlier == end) {
            if (!isWhole) {
                proof.add(new LeafRange(first, end));
            }
            return;
        }
        long middle = first + leftSize(end - first);
        if (earlier <= middle) {
            consistency(earlier, first, middle, isWhole, proof);
            proof.add(new LeafRange(middle, end));
        } else {
            consistency(earlier, middle, end, false, proof);
            proof.add(new LeafRange(first, middle));
        }
    }

    /** The greatest power of two below the size, which is 2 or more. */
    private static long leftSize(long size) {
        return Long.highestOneBit(size - 1);
    }
}
