package pawl.kernel.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pawl.api.storage.LogSegment;
import pawl.kernel.seal.SealFinding.Kind;
import pawl.kernel.toy.HeapLogStore;
import pawl.seal.SignerKey;

/** What the check of a sealed day finds, each in its file. */
class SealCheckTest {
    private static final long SECOND = SealedRun.DAY + 1;
    private static final String CHZ = "logs/CHZ/2023-04-06.log";
    private static final String CHZ_SEAL = "seals/2023-04-06/CHZ.checkpoint";
    private static final String BTC_SEAL = "seals/2023-04-06/BTC__USDT.checkpoint";
    private static final String DAY_SEAL = "seals/2023-04-06.checkpoint";

    private SignerKey key;
    private HeapLogStore store;

    @BeforeEach
    void sealTwoDays() throws Exception {
        key = SealedRun.key();
        store = SealedRun.of(2);
        for (int day = 0; day < 2; day++) {
            SealDraft.of(store, SealedRun.DAY + day, Optional.of(key)).store(store);
        }
    }

    private List<SealFinding> findings() throws Exception {
        return SealCheck.verifyDay(store, SECOND, Optional.of(key.verifier()))
                .orElseThrow()
                .findings();
    }

    private void assertFound(Kind kind, String file, long offset) throws Exception {
        assertThat(findings()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.offset()).isEqualTo(offset);
        });
    }

    private void replace(String name, byte[] bytes) {
        try {
            store.replace(name, bytes, 0, bytes.length);
        } catch (pawl.api.storage.StorageException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothingIsFoundInWhatWasSealed() throws Exception {
        SealVerdict verdict =
                SealCheck.verifyDay(store, SECOND, Optional.of(key.verifier())).orElseThrow();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.isSigned()).isTrue();
        assertThat(verdict.operator()).isEqualTo("acme.example");
        assertThat(SealCheck.verifyDay(store, SECOND + 1, Optional.empty())).isEmpty();
    }

    @Test
    void anyFlippedBitOfALogIsFound() throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        byte[] bytes = store.bytes(CHZ);
        for (int i = 0; i < 200; i++) {
            byte[] altered = bytes.clone();
            altered[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            replace(CHZ, altered);
            assertFound(Kind.LOG_DIFFERS, CHZ, 0);
        }
    }

    @Test
    void anyFlippedBitOfASealIsFound() throws Exception {
        for (String name : List.of(DAY_SEAL, CHZ_SEAL, "seals/2023-04-06/_ticks.checkpoint")) {
            byte[] bytes = store.bytes(name);
            for (int bit = 0; bit < bytes.length * 8; bit += 3) {
                byte[] altered = bytes.clone();
                altered[bit / 8] ^= (byte) (1 << bit % 8);
                replace(name, altered);
                assertThat(findings())
                        .as("bit %d of %s", bit, name)
                        .anySatisfy(found -> assertThat(found.file()).isEqualTo(name));
            }
            replace(name, bytes);
        }
    }

    @Test
    void aLogThatGrewShrankOrIsGoneIsFoundWithItsPlace() throws Exception {
        byte[] bytes = store.bytes(CHZ);
        try (LogSegment log = store.open(CHZ)) {
            log.append(bytes, 4_096, 128);
        }
        assertFound(Kind.LOG_GREW, CHZ, bytes.length);
        try (LogSegment log = store.open(CHZ)) {
            log.truncate(bytes.length - 192);
        }
        assertFound(Kind.LOG_SHRANK, CHZ, bytes.length - 192);
        try (LogSegment log = store.open(CHZ)) {
            log.truncate(bytes.length - 193);
        }
        assertFound(Kind.LOG_DIFFERS, CHZ, bytes.length - 256);
        store.delete(CHZ);
        assertFound(Kind.MISSING, CHZ, 0);
        store.delete(CHZ_SEAL);
        assertFound(Kind.DAY_DIFFERS, DAY_SEAL, 0);
    }

    @Test
    void swappedAndForeignCheckpointsAreFound() throws Exception {
        byte[] chz = store.bytes(CHZ_SEAL);
        byte[] btc = store.bytes(BTC_SEAL);
        replace(CHZ_SEAL, btc);
        replace(BTC_SEAL, chz);
        assertFound(Kind.NO_CHECKPOINT, CHZ_SEAL, 0);
        assertFound(Kind.DAY_DIFFERS, DAY_SEAL, 0);
        replace(CHZ_SEAL, chz);
        replace(BTC_SEAL, btc);
        assertThat(findings()).isEmpty();
        replace("seals/2023-04-06/NEW.checkpoint", chz);
        assertFound(Kind.NO_CHECKPOINT, "seals/2023-04-06/NEW.checkpoint", 0);
        store.delete("seals/2023-04-06/NEW.checkpoint");
        replace("seals/2023-04-06/notes.txt", chz);
        assertFound(Kind.NO_CHECKPOINT, "seals/2023-04-06/notes.txt", 0);
    }

    @Test
    void aPredecessorTakenAwayOrReplacedIsFound() throws Exception {
        byte[] before = store.bytes("seals/2023-04-05.checkpoint");
        store.delete("seals/2023-04-05.checkpoint");
        assertFound(Kind.DAY_DIFFERS, DAY_SEAL, 0);
        replace("seals/2023-04-05.checkpoint", "no checkpoint".getBytes(StandardCharsets.UTF_8));
        assertFound(Kind.DAY_DIFFERS, DAY_SEAL, 0);
        replace("seals/2023-04-04.checkpoint", before);
        store.delete("seals/2023-04-05.checkpoint");
        assertThat(findings())
                .isEmpty(); // Its body is what counts, whatever day its name says; its own check says that.
        assertThat(SealCheck.verifyDay(store, SealedRun.DAY - 1, Optional.empty())
                        .orElseThrow()
                        .findings())
                .isNotEmpty();
    }

    @Test
    void tokensInAnotherOrderAreAnotherDay() throws Exception {
        DayOrigins origins = new DayOrigins("acme.example", SealedRun.DAY);
        DayCheckpoints day = DayCheckpoints.of(store, origins, "");
        assertThat(day.tokens())
                .extracting(DayCheckpoints.OfToken::name)
                .containsExactly("BTC_USDT", "CHZ", "\u041f\u0421\u0416");
        assertThat(DayCheckpoints.ofDay(origins, "", day.ticks(), day.tokens())).isEqualTo(day.day());
        assertThat(DayCheckpoints.ofDay(origins, "", day.ticks(), day.tokens().reversed()))
                .isNotEqualTo(day.day());
    }

    @Test
    void anotherKeyOrNoSignatureIsFound() throws Exception {
        SignerKey other = SealedRun.key();
        assertThat(SealCheck.verifyDay(store, SECOND, Optional.of(other.verifier()))
                        .orElseThrow()
                        .findings())
                .hasSize(5)
                .allSatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.OTHER_SIGNER));
        HeapLogStore unsigned = SealedRun.of(1);
        SealDraft.of(unsigned, SealedRun.DAY, Optional.empty()).store(unsigned);
        SealVerdict verdict =
                SealCheck.verifyDay(unsigned, SealedRun.DAY, Optional.empty()).orElseThrow();
        assertThat(verdict.isSigned()).isFalse();
        assertThat(verdict.operator()).isEqualTo("unsigned");
        assertThat(verdict.findings()).isEmpty();
        assertThat(SealCheck.verifyDay(unsigned, SealedRun.DAY, Optional.of(key.verifier()))
                        .orElseThrow()
                        .findings())
                .hasSize(5)
                .allSatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.UNSIGNED));
    }
}
