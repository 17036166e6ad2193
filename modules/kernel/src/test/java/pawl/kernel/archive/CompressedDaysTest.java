package pawl.kernel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.capture.ZstdFrames;
import pawl.kernel.toy.HeapLogStore;
import pawl.storage.LogReader;
import pawl.storage.SegmentBytes;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreDigest;

class CompressedDaysTest {
    private static final int FRAME = SeekTable.FRAME_BYTES;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 3 * FRAME + 77})
    void aCompressedLogIsReadAsTheLogFromAnyByteOn(int length) throws Exception {
        byte[] log = SomeLog.bytes(length, length);
        LogStore days = new CompressedDays(SomeLog.compressed(log));
        assertThat(SomeLog.read(days)).isEqualTo(log);
        long seed = 11 + length;
        SplittableRandom random = new SplittableRandom(seed);
        try (LogSegment segment = days.open(SomeLog.NAME)) {
            assertThat(segment.name()).isEqualTo(SomeLog.NAME);
            assertThat(segment.sizeBytes()).isEqualTo(length);
            for (int i = 0; i < 200; i++) {
                int position = random.nextInt(length + 2);
                int wanted = random.nextInt(200);
                byte[] into = new byte[wanted + 3];
                int read = SegmentBytes.read(segment, position, into, 3, wanted);
                assertThat(read).as("seed %d", seed).isEqualTo(Math.max(0, Math.min(wanted, length - position)));
                assertThat(Arrays.copyOfRange(into, 3, 3 + read))
                        .as("seed %d", seed)
                        .isEqualTo(
                                Arrays.copyOfRange(log, Math.min(position, length), Math.min(position, length) + read));
            }
        }
    }

    @Test
    void namesAreThoseOfTheLogsAndAllElseIsTheStores() throws Exception {
        HeapLogStore store = SomeLog.compressed(SomeLog.bytes(1, 1000));
        store.replace("ticks/2026-07-20.log", new byte[] {1}, 0, 1);
        store.replace("logs/CHZ/notes.zst", new byte[] {1}, 0, 1);
        store.replace("snapshots/CHZ/1.log.zst", new byte[] {1}, 0, 1);
        LogStore days = new CompressedDays(store);
        assertThat(days.list("logs")).containsExactly(SomeLog.NAME, "logs/CHZ/notes.zst");
        assertThat(days.list("ticks")).containsExactly("ticks/2026-07-20.log");
        assertThat(days.list("snapshots")).containsExactly("snapshots/CHZ/1.log.zst");
        assertThat(days.exists(SomeLog.NAME)).isTrue();
        assertThat(days.exists("logs/SANTOS/2026-07-19.log")).isFalse();
    }

    @Test
    void theRunsDigestIsThatOfTheLogs() throws Exception {
        byte[] log = SomeLog.bytes(5, FRAME + 5);
        StoreDigest plain = StoreDigest.of(SomeLog.store(log));
        assertThat(StoreDigest.of(new CompressedDays(SomeLog.compressed(log)))).isEqualTo(plain);
    }

    @Test
    void nothingIsAddedToACompressedLog() throws Exception {
        LogStore days = new CompressedDays(SomeLog.compressed(new byte[10]));
        try (LogSegment segment = days.open(SomeLog.NAME)) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> segment.append(new byte[1], 0, 1))
                    .withMessageContaining(SomeLog.PACKED + " is compressed")
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.READ_ONLY));
        }
    }

    @Test
    void aLogThatIsThereTwiceIsNotChosen() throws Exception {
        HeapLogStore store = SomeLog.compressed(new byte[10]);
        store.replace(SomeLog.NAME, new byte[10], 0, 10);
        LogStore days = new CompressedDays(store);
        assertThat(days.list("logs")).containsExactly(SomeLog.NAME);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> days.open(SomeLog.NAME))
                .withMessageContaining(SomeLog.NAME + " is there plain and compressed")
                .withMessageContaining("pawl archive");
    }

    @Test
    void whatAnotherProgramCompressedIsRefused() throws Exception {
        HeapLogStore store = new HeapLogStore();
        try (ZstdFrames zstd = ZstdFrames.open(Path.of("x"))) {
            byte[] frame = zstd.compress(new byte[100], 0, 100);
            store.replace(SomeLog.PACKED, frame, 0, frame.length);
        }
        assertThatExceptionOfType(StorageFormatException.class)
                .isThrownBy(() -> LogReader.open(new CompressedDays(store), SomeLog.NAME))
                .withMessageContaining(SomeLog.PACKED + " at byte ")
                .withMessageContaining("does not end with the seek table");
    }

    @Test
    void everyFlippedBitIsFound() throws Exception {
        byte[] log = SomeLog.bytes(3, FRAME + 100);
        Arrays.fill(log, 0, FRAME, (byte) 7); // So that there are two frames and few bytes.
        byte[] whole = SomeLog.compressed(log).bytes(SomeLog.PACKED);
        int unchanged = 0;
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            HeapLogStore store = new HeapLogStore();
            store.replace(SomeLog.PACKED, flipped, 0, flipped.length);
            try {
                assertThat(SomeLog.read(new CompressedDays(store)))
                        .as("bit %d", bit)
                        .isEqualTo(log);
                unchanged++;
            } catch (StorageException e) {
                assertThat(e).as("bit %d", bit).hasCauseInstanceOf(StorageFormatException.class);
            }
        }
        // Bits that mean nothing to zstd, such as one that is reserved, change no byte of the log.
        assertThat(unchanged).isLessThan(30);
    }

    @Test
    void everyCutIsFound() throws Exception {
        byte[] whole = SomeLog.compressed(SomeLog.bytes(3, 300)).bytes(SomeLog.PACKED);
        for (int length = 0; length < whole.length; length++) {
            HeapLogStore store = new HeapLogStore();
            store.replace(SomeLog.PACKED, whole, 0, length);
            assertThatExceptionOfType(StorageException.class)
                    .as("%d of %d bytes", length, whole.length)
                    .isThrownBy(() -> SomeLog.read(new CompressedDays(store)))
                    .withMessageContaining(SomeLog.PACKED);
        }
    }
}
