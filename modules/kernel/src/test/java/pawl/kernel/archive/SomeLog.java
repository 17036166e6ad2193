package pawl.kernel.archive;

import java.util.Arrays;
import java.util.SplittableRandom;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.toy.HeapLogStore;
import pawl.storage.SegmentBytes;

/** Logs of chance bytes: what is compressed is not looked into. */
final class SomeLog {
    static final String NAME = "logs/CHZ/2026-07-19.log";
    static final String PACKED = NAME + ".zst";

    private SomeLog() {}

    /** Bytes that zstd makes about half as large. */
    static byte[] bytes(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt(16);
        }
        return bytes;
    }

    static HeapLogStore store(byte[] log) throws StorageException {
        HeapLogStore store = new HeapLogStore();
        store.replace(NAME, log, 0, log.length);
        return store;
    }

    static HeapLogStore compressed(byte[] log) throws StorageException {
        HeapLogStore store = store(log);
        new LogCompression(store).compress(NAME);
        return store;
    }

    static byte[] read(LogStore store) throws StorageException {
        try (LogSegment segment = store.open(NAME)) {
            byte[] bytes = new byte[(int) segment.sizeBytes() + 1];
            return Arrays.copyOf(bytes, SegmentBytes.read(segment, 0, bytes, 0, bytes.length));
        }
    }
}
