package pawl.kernel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.toy.HeapLogStore;

class LogCompressionTest {
    private static final byte[] LOG = SomeLog.bytes(1, 2 * SeekTable.FRAME_BYTES + 64);

    /** What is done to a store, which may be stopped. */
    private interface Work {
        void on(LogStore store) throws StorageException;
    }

    private static void compress(LogStore store) throws StorageException {
        new LogCompression(store).compress(SomeLog.NAME);
    }

    private static void restore(LogStore store) throws StorageException {
        new LogCompression(store).restore(SomeLog.NAME);
    }

    @Test
    void oneOfTheTwoIsThere() throws Exception {
        HeapLogStore store = SomeLog.store(LOG);
        compress(store);
        assertThat(store.names()).containsExactly(SomeLog.PACKED);
        assertThat(store.bytes(SomeLog.PACKED).length).isLessThan(LOG.length * 2 / 3);
        restore(store);
        assertThat(store.names()).containsExactly(SomeLog.NAME);
        assertThat(store.bytes(SomeLog.NAME)).isEqualTo(LOG);
    }

    @Test
    void theSameLogIsCompressedToTheSameBytes() throws Exception {
        assertThat(SomeLog.compressed(LOG).bytes(SomeLog.PACKED))
                .isEqualTo(SomeLog.compressed(LOG).bytes(SomeLog.PACKED));
    }

    @Test
    void killedAtEveryCallItLosesNothingAndIsFinishedByTheNext() throws Exception {
        assertThat(kills(SomeLog.store(LOG), LogCompressionTest::compress)).isEqualTo(2);
        assertThat(kills(SomeLog.compressed(LOG), LogCompressionTest::restore)).isEqualTo(6);
    }

    /** Kills the work at every call there is, and does it again; gives how many calls there are. */
    private static int kills(HeapLogStore before, Work work) throws Exception {
        HeapLogStore done = before.copy();
        work.on(done);
        for (int calls = 0; ; calls++) {
            HeapLogStore store = before.copy();
            try {
                work.on(new StoppedStore(store, calls));
                return calls;
            } catch (StoppedStore.Killed e) {
                assertThat(holdsLog(store)).as("killed at call %d", calls).isTrue();
                work.on(store);
                assertThat(store.names()).as("killed at call %d", calls).isEqualTo(done.names());
                assertThat(store.bytes(store.names().getFirst()))
                        .as("killed at call %d", calls)
                        .isEqualTo(done.bytes(done.names().getFirst()));
            }
        }
    }

    /** Whole, in the one form or the other. */
    private static boolean holdsLog(HeapLogStore store) throws StorageException {
        HeapLogStore packed = store.copy();
        packed.delete(SomeLog.NAME);
        boolean isPlain = store.exists(SomeLog.NAME) && Arrays.equals(store.bytes(SomeLog.NAME), LOG);
        return isPlain || Arrays.equals(SomeLog.read(new CompressedDays(packed)), LOG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compress", "restore"})
    void twoThatDifferAreBothKept(String command) throws Exception {
        HeapLogStore store = SomeLog.compressed(LOG);
        byte[] other = LOG.clone();
        other[SeekTable.FRAME_BYTES + 3]++;
        store.replace(SomeLog.NAME, other, 0, other.length);
        Work work = command.equals("compress") ? LogCompressionTest::compress : LogCompressionTest::restore;
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> work.on(store))
                .withMessageContaining("are both there and say different things");
        assertThat(store.names()).containsExactly(SomeLog.NAME, SomeLog.PACKED);
        assertThat(store.bytes(SomeLog.NAME)).isEqualTo(other);
    }

    @Test
    void whatIsReadBackWithOtherBytesIsNotKept() throws Exception {
        HeapLogStore store = SomeLog.store(LOG);
        byte[] other = SomeLog.compressed(SomeLog.bytes(2, LOG.length)).bytes(SomeLog.PACKED);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> compress(StoppedStore.spoiling(store, ignored -> other)))
                .withMessageContaining("was read back with other bytes than were compressed");
        assertThat(store.names()).containsExactly(SomeLog.NAME);
        assertThat(store.bytes(SomeLog.NAME)).isEqualTo(LOG);
    }
}
