package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pawl.storage.Samples.BTC;
import static pawl.storage.Samples.IDENTITY;
import static pawl.storage.Samples.TICK;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.storage.StorageException;
import pawl.storage.StorageFormatException.Kind;

class SnapshotStoreTest {
    private static final List<StateRegion> REGIONS =
            List.of(new StateRegion("queue", 0, 2), new StateRegion("fsm", 2, 1));

    private final HeapLogStore store = new HeapLogStore();
    private final SnapshotStore snapshots = new SnapshotStore(store, IDENTITY);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void restoresWhatWasWritten(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        int length = random.nextInt(0, 2_000);
        long[] words = random.longs(length + 20).toArray();
        snapshots.write(BTC, TICK, 42, List.of(), words, 13, length);
        long[] restored = new long[length + 9];
        SnapshotHeader header = snapshots.read(BTC, TICK, List.of(), restored, 9, length);
        assertThat(header.logRecords()).isEqualTo(42);
        assertThat(header.tick()).isEqualTo(TICK);
        assertThat(header.epochDay()).isEqualTo(Samples.DAY);
        assertThat(Arrays.copyOfRange(restored, 9, restored.length))
                .isEqualTo(Arrays.copyOfRange(words, 13, 13 + length));
        assertThat(store.files.firstEntry().getValue()).hasSize(512 + 8 * length + 32);
    }

    @Test
    void theSameStateGivesTheSameBytes() throws Exception {
        snapshots.write(BTC, TICK, 1, REGIONS, new long[100], 0, 100);
        write(TICK);
        byte[] first = store.files.lastEntry().getValue();
        new SnapshotStore(store, IDENTITY).write(BTC, TICK, 42, REGIONS, new long[] {1, 2, 3}, 0, 3);
        assertThat(store.files.lastEntry().getValue()).isEqualTo(first);
    }

    @Test
    void knowsWhichThereAre() throws Exception {
        assertThat(snapshots.newestTick("BTCUSDT")).isEmpty();
        for (long tick : new long[] {9, 1_000, 80}) {
            write(tick);
        }
        snapshots.write(Samples.FAN, 2_000, 0, REGIONS, new long[3], 0, 3);
        store.files.put("snapshots/BTCUSDT/notes.txt", new byte[1]);
        assertThat(snapshots.ticks("BTCUSDT")).containsExactly(9, 80, 1_000);
        assertThat(snapshots.newestTick("BTCUSDT")).hasValue(1_000);
        snapshots.prune("BTCUSDT", 2);
        assertThat(snapshots.ticks("BTCUSDT")).containsExactly(80, 1_000);
        snapshots.prune("BTCUSDT", 5);
        snapshots.delete("BTCUSDT", 1_000);
        snapshots.delete("BTCUSDT", 1_000);
        assertThat(snapshots.ticks("BTCUSDT")).containsExactly(80);
        assertThat(snapshots.newestTick(Samples.FAN.name())).hasValue(2_000);
        assertThatIllegalArgumentException().isThrownBy(() -> snapshots.prune("BTCUSDT", 0));
    }

    @Test
    void showsOneOfAnyIdentity() throws Exception {
        write(TICK);
        SnapshotStore other = new SnapshotStore(store, new LogIdentity("00".repeat(32), List.of()));
        long[] words = new long[2];
        SnapshotHeader header = other.inspect("BTCUSDT", TICK, words);
        assertThat(header.regions()).isEqualTo(REGIONS);
        assertThat(header.configurationSha256()).isEqualTo(IDENTITY.configurationSha256());
        assertThat(words).containsExactly(1, 2);
    }

    @Test
    void refusesOneOfAnotherIdentity() throws Exception {
        write(TICK);
        LogIdentity otherConfiguration = new LogIdentity("00".repeat(32), IDENTITY.plugins());
        assertRefused(otherConfiguration, REGIONS, 3, "configuration " + IDENTITY.configurationSha256());
        LogIdentity otherPlugins = new LogIdentity(IDENTITY.configurationSha256(), List.of());
        assertRefused(otherPlugins, REGIONS, 3, "other plugins");
        assertRefused(IDENTITY, List.of(new StateRegion("queue", 0, 2)), 3, "state is");
        assertRefused(IDENTITY, REGIONS, 4, "state is");
    }

    @Test
    void refusesOneUnderAnotherName() throws Exception {
        write(TICK);
        store.files.put("snapshots/BTCUSDT/5.snapshot", store.files.firstEntry().getValue());
        assertThatExceptionOfType(StorageFormatException.class)
                .isThrownBy(() -> snapshots.read(BTC, 5, REGIONS, new long[3], 0, 3))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.MISMATCH));
    }

    @Test
    void refusesOneOfAnyOtherLength() throws Exception {
        write(TICK);
        String name = store.files.firstKey();
        byte[] whole = store.files.get(name);
        for (int size = 0; size < whole.length; size++) {
            store.files.put(name, Arrays.copyOf(whole, size));
            assertKind(Kind.TRUNCATED);
        }
        store.files.put(name, Arrays.copyOf(whole, whole.length + 1));
        assertKind(Kind.CORRUPT);
    }

    @Test
    void refusesAnotherMajorVersion() throws Exception {
        write(TICK);
        store.files.firstEntry().getValue()[8] = 0;
        assertKind(Kind.TOO_OLD);
        store.files.firstEntry().getValue()[8] = 2;
        assertKind(Kind.TOO_NEW);
    }

    @Test
    void oneThatIsNotThereIsSaidToBeNone() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> snapshots.read(BTC, 5, REGIONS, new long[3], 0, 3))
                .withMessageContaining("no such snapshot");
        assertThat(store.files).isEmpty();
    }

    @Test
    void regionsStayInsideTheBlock() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshots.write(BTC, TICK, 0, REGIONS, new long[3], 0, 2))
                .withMessageContaining("fsm");
        List<StateRegion> tooMany = Collections.nCopies(15, new StateRegion("x", 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshots.write(BTC, TICK, 0, tooMany, new long[3], 0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new StateRegion("a name too long for it", 0, 1));
    }

    private void write(long tick) throws StorageException {
        snapshots.write(BTC, tick, 42, REGIONS, new long[] {1, 2, 3}, 0, 3);
    }

    private void assertRefused(LogIdentity identity, List<StateRegion> regions, int length, String text) {
        SnapshotStore other = new SnapshotStore(store, identity);
        assertThatExceptionOfType(StorageFormatException.class)
                .isThrownBy(() -> other.read(BTC, TICK, regions, new long[length], 0, length))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.MISMATCH))
                .withMessageContaining(text);
    }

    private void assertKind(Kind kind) {
        assertThatExceptionOfType(StorageFormatException.class)
                .isThrownBy(() -> snapshots.read(BTC, TICK, REGIONS, new long[3], 0, 3))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
