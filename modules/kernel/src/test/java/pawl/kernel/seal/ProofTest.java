package pawl.kernel.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.toy.HeapLogStore;
import pawl.seal.SignerKey;

/** Proofs from a sealed folder, and what is read from them alone. */
class ProofTest {
    private SignerKey key;
    private HeapLogStore store;
    private ProofMaking proofs;

    @BeforeEach
    void sealADay() throws Exception {
        key = SealedRun.key();
        store = SealedRun.of(1);
        SealDraft.of(store, SealedRun.DAY, Optional.of(key)).store(store);
        proofs = new ProofMaking(store, SealedRun.DAY);
    }

    @Test
    void everyRecordOfEveryLogIsProved() throws Exception {
        for (String token : DayCheckpoints.tokenNames(store, SealedRun.DAY)) {
            String log = "logs/" + pawl.storage.StoreName.tokenPart(token) + "/2023-04-05.log";
            byte[] bytes = store.bytes(log);
            for (int sequence = 0; sequence < (bytes.length - 4_096) / 64; sequence++) {
                String text = proofs.ofLeaf(token, OptionalLong.of(sequence)).text();
                SequencedMap<String, Object> facts = ProofCheck.facts(text, key.verifier());
                byte[] record = Arrays.copyOfRange(bytes, 4_096 + 64 * sequence, 4_160 + 64 * sequence);
                assertThat(facts)
                        .containsEntry("operator", "acme.example")
                        .containsEntry("day", "2023-04-05")
                        .containsEntry("token", token)
                        .containsEntry("proves", "a record")
                        .containsEntry("sequence", (long) sequence)
                        .containsEntry("type", "TIER_CHANGE")
                        .containsEntry("leaf", HexFormat.of().formatHex(record));
            }
        }
    }

    @Test
    void aLogsHeaderAndItsCheckpointAreProved() throws Exception {
        assertThat(ProofCheck.facts(proofs.ofLeaf("CHZ", OptionalLong.empty()).text(), key.verifier()))
                .containsEntry("proves", "the log's header");
        SequencedMap<String, Object> facts =
                ProofCheck.facts(proofs.ofCheckpoint("CHZ").text(), key.verifier());
        assertThat(facts).containsEntry("proves", "a log's checkpoint").doesNotContainKey("token");
        assertThat(String.valueOf(facts.get("leaf"))).startsWith("acme.example/2023-04-05/CHZ 41 ");
    }

    @Test
    void whatIsNotThereIsNotProved() throws Exception {
        assertRefused(Kind.USAGE, () -> proofs.ofLeaf("CHZ", OptionalLong.of(40)));
        assertRefused(Kind.USAGE, () -> proofs.ofLeaf("CHZ", OptionalLong.of(-2)));
        assertRefused(Kind.USAGE, () -> proofs.ofLeaf("BTC", OptionalLong.of(0)));
        assertRefused(Kind.USAGE, () -> proofs.ofCheckpoint("BTC"));
        assertRefused(Kind.USAGE, () -> new ProofMaking(store, SealedRun.DAY + 1).ofCheckpoint("CHZ"));
        HeapLogStore unsigned = SealedRun.of(1);
        SealDraft.of(unsigned, SealedRun.DAY, Optional.empty()).store(unsigned);
        assertRefused(Kind.USAGE, () -> new ProofMaking(unsigned, SealedRun.DAY).ofLeaf("CHZ", OptionalLong.of(0)));
    }

    @Test
    void aLogThatWasAlteredGivesNoProof() throws Exception {
        byte[] bytes = store.bytes("logs/CHZ/2023-04-05.log");
        bytes[5_000] ^= 1;
        store.replace("logs/CHZ/2023-04-05.log", bytes, 0, bytes.length);
        assertRefused(Kind.CHECK_FAILED, () -> proofs.ofLeaf("CHZ", OptionalLong.of(0)));
    }

    @Test
    void aProofOfAnotherKeyIsNone() throws Exception {
        String text = proofs.ofLeaf("CHZ", OptionalLong.of(3)).text();
        SignerKey other = SealedRun.key();
        assertRefused(Kind.CHECK_FAILED, () -> ProofCheck.facts(text, other.verifier()));
        assertRefused(Kind.BAD_DATA, () -> ProofCheck.facts(text.substring(1), key.verifier()));
        assertRefused(Kind.CHECK_FAILED, () -> ProofCheck.facts(text.replace("index 4", "index 5"), key.verifier()));
    }

    private interface Attempt {
        void run() throws Exception;
    }

    private static void assertRefused(Kind kind, Attempt attempt) {
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(attempt::run)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
