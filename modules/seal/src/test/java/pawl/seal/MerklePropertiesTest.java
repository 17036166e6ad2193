package pawl.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees of random leaves, against the definition of RFC 6962 written down as it stands. */
class MerklePropertiesTest {
    private static final int MOST_LEAVES = 70;

    private static List<byte[]> leaves(int size, SplittableRandom random) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            byte[] leaf = new byte[random.nextInt(80)];
            random.nextBytes(leaf);
            leaves.add(leaf);
        }
        return leaves;
    }

    /** MTH of RFC 6962, section 2.1, by recursion over lists. */
    private static TreeHash defined(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return new MerkleTree().root();
        }
        if (leaves.size() == 1) {
            return MerkleTree.leafHash(leaves.getFirst());
        }
        int left = 1;
        while (left * 2 < leaves.size()) {
            left *= 2;
        }
        return new TreeHasher().node(defined(leaves.subList(0, left)), defined(leaves.subList(left, leaves.size())));
    }

    private static Checkpoint checkpoint(List<byte[]> leaves) {
        return new Checkpoint("log", leaves.size(), defined(leaves));
    }

    private static List<TreeHash> hashes(ProofTree tree, List<byte[]> leaves) {
        leaves.forEach(tree::append);
        assertThat(tree.root()).isEqualTo(defined(leaves));
        return tree.hashes();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theRootIsTheDefinedOneAtEverySize(long seed) {
        List<byte[]> leaves = leaves(MOST_LEAVES, new SplittableRandom(seed));
        MerkleTree tree = new MerkleTree();
        MerkleTree ofHashes = new MerkleTree();
        for (int size = 0; size < leaves.size(); size++) {
            assertThat(tree.root()).as("seed %d, %d leaves", seed, size).isEqualTo(defined(leaves.subList(0, size)));
            assertThat(ofHashes.root()).isEqualTo(tree.root());
            assertThat(tree.size()).isEqualTo(size);
            tree.append(leaves.get(size));
            ofHashes.append(MerkleTree.leafHash(leaves.get(size)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void everyLeafIsProvedAndNoOther(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int size = 1; size <= MOST_LEAVES; size += 1 + random.nextInt(5)) {
            List<byte[]> leaves = leaves(size, random);
            Checkpoint checkpoint = checkpoint(leaves);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = new InclusionProof(index, hashes(ProofTree.inclusion(index, size), leaves));
                TreeHash leaf = MerkleTree.leafHash(leaves.get(index));
                assertThat(proof.proves(leaf, checkpoint))
                        .as("seed %d, leaf %d of %d", seed, index, size)
                        .isTrue();
                rejectsWhatIsAltered(proof, leaf, checkpoint, random);
            }
        }
    }

    private static void rejectsWhatIsAltered(
            InclusionProof proof, TreeHash leaf, Checkpoint checkpoint, SplittableRandom random) {
        assertThat(proof.proves(flipped(leaf, random), checkpoint)).isFalse();
        List<TreeHash> longer = new ArrayList<>(proof.hashes());
        longer.add(leaf);
        assertThat(new InclusionProof(proof.index(), longer).proves(leaf, checkpoint))
                .isFalse();
        assertThat(new InclusionProof(checkpoint.size(), proof.hashes()).proves(leaf, checkpoint))
                .isFalse();
        assertThat(new InclusionProof(-1, proof.hashes()).proves(leaf, checkpoint))
                .isFalse();
        for (int i = 0; i < proof.hashes().size(); i++) {
            List<TreeHash> hashes = new ArrayList<>(proof.hashes());
            hashes.set(i, flipped(hashes.get(i), random));
            assertThat(new InclusionProof(proof.index(), hashes).proves(leaf, checkpoint))
                    .isFalse();
            List<TreeHash> shorter = new ArrayList<>(proof.hashes());
            shorter.remove(i);
            assertThat(new InclusionProof(proof.index(), shorter).proves(leaf, checkpoint))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void everyBeginningIsProvedAndNoOther(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int size = 1; size <= MOST_LEAVES; size += 1 + random.nextInt(9)) {
            List<byte[]> leaves = leaves(size, random);
            for (int earlierSize = 1; earlierSize <= size; earlierSize++) {
                Checkpoint earlier = checkpoint(leaves.subList(0, earlierSize));
                Checkpoint later = checkpoint(leaves);
                ConsistencyProof proof = new ConsistencyProof(hashes(ProofTree.consistency(earlierSize, size), leaves));
                assertThat(proof.proves(earlier, later))
                        .as("seed %d, %d of %d", seed, earlierSize, size)
                        .isTrue();
                assertThat(proof.proves(new Checkpoint("log", earlierSize, flipped(earlier.root(), random)), later))
                        .isFalse();
                assertThat(proof.proves(earlier, new Checkpoint("log", size, flipped(later.root(), random))))
                        .isFalse();
                for (int i = 0; i < proof.hashes().size(); i++) {
                    List<TreeHash> hashes = new ArrayList<>(proof.hashes());
                    hashes.set(i, flipped(hashes.get(i), random));
                    assertThat(new ConsistencyProof(hashes).proves(earlier, later))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void noProofIsMadeOfWhatIsNotThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> ProofTree.inclusion(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> ProofTree.inclusion(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> ProofTree.consistency(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> ProofTree.consistency(4, 3));
        Checkpoint empty = new Checkpoint("log", 0, new MerkleTree().root());
        assertThat(new ConsistencyProof(List.of()).proves(empty, empty)).isFalse();
    }

    private static TreeHash flipped(TreeHash hash, SplittableRandom random) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return TreeHash.of(bytes);
    }
}
