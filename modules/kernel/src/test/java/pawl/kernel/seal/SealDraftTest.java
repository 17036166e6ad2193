package pawl.kernel.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.storage.LogSegment;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.SealReport;
import pawl.kernel.toy.HeapLogStore;
import pawl.seal.SignerKey;

/** Sealing days: which can be sealed, in which order, and that a seal stays what it is. */
class SealDraftTest {
    private static SealReport seal(HeapLogStore store, long epochDay, Optional<SignerKey> key) throws Exception {
        SealDraft draft = SealDraft.of(store, epochDay, key);
        draft.store(store);
        return draft.report();
    }

    private static void assertRefused(Kind kind, String why, HeapLogStore store, long epochDay) {
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> seal(store, epochDay, Optional.of(SealedRun.key())))
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void daysAreSealedInOrderAndTheSameAgainChangesNothing() throws Exception {
        HeapLogStore store = SealedRun.of(3);
        Optional<SignerKey> key = Optional.of(SealedRun.key());
        SealReport first = seal(store, SealedRun.DAY, key);
        assertThat(first.isNew()).isTrue();
        assertThat(first.isSigned()).isTrue();
        assertThat(first.operator()).isEqualTo("acme.example");
        assertThat(first.tokens()).isEqualTo(3);
        assertThat(first.records()).isEqualTo(40 + 20 + 14);
        assertThat(store.names())
                .contains(
                        "seals/2023-04-05.checkpoint",
                        "seals/2023-04-05/_ticks.checkpoint",
                        "seals/2023-04-05/CHZ.checkpoint",
                        "seals/2023-04-05/BTC__USDT.checkpoint",
                        "seals/2023-04-05/_d0_9f_d0_a1_d0_96.checkpoint")
                .doesNotContain("seals/2023-04-05/BTC.checkpoint");
        HeapLogStore before = store.copy();
        SealReport again = seal(store, SealedRun.DAY, Optional.of(SealedRun.key()));
        assertThat(again.isNew()).isFalse();
        assertThat(again.root()).isEqualTo(first.root());
        assertThat(store.names()).isEqualTo(before.names());
        store.names().forEach(name -> assertThat(store.bytes(name)).isEqualTo(before.bytes(name)));
    }

    @Test
    void aDayIsNotSealedBeforeOrBetweenOthers() throws Exception {
        HeapLogStore store = SealedRun.of(3);
        assertRefused(Kind.USAGE, "2023-04-05 is not sealed", store, SealedRun.DAY + 1);
        assertRefused(Kind.USAGE, "no tick log of 2023-04-09", store, SealedRun.DAY + 4);
        seal(store, SealedRun.DAY, Optional.empty());
        seal(store, SealedRun.DAY + 1, Optional.empty());
        store.delete("seals/2023-04-05.checkpoint");
        assertRefused(Kind.USAGE, "2023-04-06 is sealed already", store, SealedRun.DAY);
    }

    @Test
    void aSealedDayIsNotSealedAgainWithOtherBytes() throws Exception {
        HeapLogStore store = SealedRun.of(2);
        seal(store, SealedRun.DAY, Optional.of(SealedRun.key()));
        HeapLogStore longer = SealedRun.of(1);
        byte[] seal = store.bytes("seals/2023-04-05.checkpoint");
        seal[seal.length - 120] ^= 1;
        longer.replace("seals/2023-04-05.checkpoint", seal, 0, seal.length);
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> seal(longer, SealedRun.DAY, Optional.empty()))
                .satisfies(e -> assertThat(e.kind()).isIn(Kind.CHECK_FAILED, Kind.BAD_DATA));
        assertThat(longer.bytes("seals/2023-04-05.checkpoint")).isEqualTo(seal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"logs/CHZ/2023-04-05.log", "ticks/2023-04-05.log"})
    void damageIsNotSigned(String name) throws Exception {
        HeapLogStore store = SealedRun.of(1);
        byte[] bytes = store.bytes(name);
        bytes[4_096 + 64 * 5 + 20] ^= 4;
        store.replace(name, bytes, 0, bytes.length);
        assertRefused(Kind.BAD_DATA, name, store, SealedRun.DAY);
        assertThat(store.names()).noneMatch(found -> found.startsWith("seals/"));
    }

    @Test
    void whatWasNotCommittedIsNotSigned() throws Exception {
        HeapLogStore shorter = SealedRun.of(1);
        try (LogSegment ticks = shorter.open("ticks/2023-04-05.log")) {
            ticks.truncate(ticks.sizeBytes() - 64);
        }
        assertRefused(Kind.BAD_DATA, "pawl repair", shorter, SealedRun.DAY);
        HeapLogStore lost = SealedRun.of(1);
        lost.delete("logs/CHZ/2023-04-05.log");
        assertRefused(Kind.BAD_DATA, "pawl repair", lost, SealedRun.DAY);
        HeapLogStore torn = SealedRun.of(1);
        try (LogSegment log = torn.open("logs/CHZ/2023-04-05.log")) {
            log.truncate(log.sizeBytes() - 1);
        }
        assertRefused(Kind.BAD_DATA, "logs/CHZ/2023-04-05.log", torn, SealedRun.DAY);
    }

    @Test
    void aSealCutOffIsNoSealAndIsMadeAnew() throws Exception {
        HeapLogStore whole = SealedRun.of(1);
        SignerKey key = SealedRun.key();
        seal(whole, SealedRun.DAY, Optional.of(key));
        for (int writes = 0; writes < 5; writes++) {
            HeapLogStore store = SealedRun.of(1);
            SealDraft draft = SealDraft.of(store, SealedRun.DAY, Optional.of(key));
            for (SealDraft.File file : draft.files().subList(0, writes)) {
                byte[] bytes = file.text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
                store.replace(file.name(), bytes, 0, bytes.length);
            }
            assertThat(SealCheck.verifyDay(store, SealedRun.DAY, Optional.empty()))
                    .isEmpty();
            assertThat(seal(store, SealedRun.DAY, Optional.of(key)).isNew()).isTrue();
            assertThat(store.names()).isEqualTo(whole.names());
            whole.names().forEach(name -> assertThat(store.bytes(name)).isEqualTo(whole.bytes(name)));
        }
    }
}
