package pawl.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sigstore.encryption.signers.Verifiers;
import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import dev.sigstore.rekor.client.RekorEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checkpoints, signatures and proofs made here, checked by the verifier of sigstore, which knows nothing of Pawl. */
class OtherVerifierTest {
    private static final int LEAVES = 100;

    private static byte[] leaf(int index) {
        return ByteBuffer.allocate(64).putInt(index).array();
    }

    @Test
    void sigstoreReadsTheCheckpointAndItsSignature() throws Exception {
        SignerKey key = SignerKey.generate("acme.example", new SecureRandom());
        Checkpoint checkpoint = new Checkpoint("acme.example/2023-04-05/BTCUSDT", 1, MerkleTree.leafHash(leaf(0)));
        RekorEntry.Checkpoint theirs = Checkpoints.from(key.sign(checkpoint).note());
        assertThat(theirs.getOrigin()).isEqualTo(checkpoint.origin());
        assertThat(theirs.getSize()).isEqualTo(checkpoint.size());
        assertThat(theirs.getBase64Hash()).isEqualTo(checkpoint.root().base64());
        RekorEntry.CheckpointSignature signature = theirs.getSignatures().getFirst();
        assertThat(signature.getIdentity()).isEqualTo("acme.example");
        assertThat(ByteBuffer.wrap(signature.getKeyHint()).getInt())
                .isEqualTo(key.verifier().keyId());
        byte[] signed = theirs.getSignedData().getBytes(StandardCharsets.UTF_8);
        assertThat(Verifiers.newVerifier(key.verifier().key()).verify(signed, signature.getSignature()))
                .isTrue();
        VerifierKey other =
                SignerKey.generate("acme.example", new SecureRandom()).verifier();
        assertThat(Verifiers.newVerifier(other.key()).verify(signed, signature.getSignature()))
                .isFalse();
    }

    @Test
    void sigstoreFindsEveryLeafByItsProofAndNoAlteredOne() throws Exception {
        SignerKey key = SignerKey.generate("acme.example", new SecureRandom());
        for (int index = 0; index < LEAVES; index++) {
            ProofTree tree = ProofTree.inclusion(index, LEAVES);
            for (int i = 0; i < LEAVES; i++) {
                tree.append(leaf(i));
            }
            TlogProof ours = TlogProof.parse(new TlogProof(
                            leaf(index),
                            new InclusionProof(index, tree.hashes()),
                            key.sign(new Checkpoint("acme.example/2023-04-05", LEAVES, tree.root())))
                    .text());
            RekorEntry.Checkpoint theirs = Checkpoints.from(ours.note().note());
            List<byte[]> hashes =
                    ours.inclusion().hashes().stream().map(TreeHash::bytes).toList();
            byte[] root = Base64.getDecoder().decode(theirs.getBase64Hash());
            byte[] leafHash = MerkleTree.leafHash(ours.leaf()).bytes();
            long at = ours.inclusion().index();
            InclusionProofVerifier.verify(leafHash, at, theirs.getSize(), hashes, root);
            leafHash[index % 32] ^= 1;
            assertThatExceptionOfType(InclusionProofVerificationException.class)
                    .isThrownBy(() -> InclusionProofVerifier.verify(leafHash, at, theirs.getSize(), hashes, root));
        }
    }
}
