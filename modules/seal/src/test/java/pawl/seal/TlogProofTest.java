package pawl.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proofs as texts, and that an altered one proves nothing. */
class TlogProofTest {
    private static final int LEAVES = 21;

    private static SignerKey key() throws SealFormatException {
        return SignerKey.generate("acme.example", new SecureRandom());
    }

    private static List<byte[]> leaves() {
        SplittableRandom random = new SplittableRandom(8);
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < LEAVES; i++) {
            byte[] leaf = new byte[64];
            random.nextBytes(leaf);
            leaves.add(leaf);
        }
        return leaves;
    }

    private static TlogProof proof(SignerKey key, int index) {
        List<byte[]> leaves = leaves();
        ProofTree tree = ProofTree.inclusion(index, leaves.size());
        leaves.forEach(tree::append);
        SignedNote note = key.sign(new Checkpoint("acme.example/2023-04-05/BTCUSDT", leaves.size(), tree.root()));
        return new TlogProof(leaves.get(index), new InclusionProof(index, tree.hashes()), note);
    }

    private static boolean isBelieved(String text, VerifierKey key) {
        try {
            TlogProof proof = TlogProof.parse(text);
            return proof.provesLeaf() && key.isSignerOf(proof.note());
        } catch (SealFormatException e) {
            return false;
        }
    }

    @Test
    void everyLeafIsProvedByItsTextAlone() throws SealFormatException {
        SignerKey key = key();
        for (int index = 0; index < LEAVES; index++) {
            String text = proof(key, index).text();
            assertThat(text).startsWith("c2sp.org/tlog-proof@v1\nextra ").contains("\nindex " + index + "\n");
            assertThat(isBelieved(text, key.verifier())).isTrue();
            assertThat(TlogProof.parse(text).text()).isEqualTo(text);
            assertThat(TlogProof.parse(text).leaf()).isEqualTo(leaves().get(index));
            assertThat(isBelieved(text, key().verifier())).isFalse();
        }
    }

    @Test
    void anyFlippedBitLosesTheProof() throws SealFormatException {
        SignerKey key = key();
        byte[] bytes = proof(key, 13).text().getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] altered = bytes.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(isBelieved(new String(altered, StandardCharsets.UTF_8), key.verifier()))
                    .as("bit %d of byte %d", bit % 8, bit / 8)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "c2sp.org/tlog-proof@v1\n\n",
                "c2sp.org/tlog-proof@v2\nextra AAAA\nindex 0\n\nx\n",
                "c2sp.org/tlog-proof@v1\nindex 0\n\nx\n",
                "c2sp.org/tlog-proof@v1\nextra AAAA\nindex 00\n\nx\n",
                "c2sp.org/tlog-proof@v1\nextra AAA\nindex 0\n\nx\n",
                "c2sp.org/tlog-proof@v1\nextra AAAA\nindex 0\nAAAA\n\nx\n"
            })
    void whatIsNoProofIsRefused(String text) {
        assertThatExceptionOfType(SealFormatException.class).isThrownBy(() -> TlogProof.parse(text));
    }
}
