package pawl.kernel.diff;

import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.storage.LayeredSegment;
import pawl.storage.LayeredStore;

/** Counts what is read of another store. */
final class CountingStore extends LayeredStore {
    private long reads;
    private long bytes;

    CountingStore(LogStore store) {
        super(store);
    }

    long reads() {
        return reads;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public LogSegment open(String name) throws StorageException {
        return new CountingSegment(store.open(name));
    }

    private final class CountingSegment extends LayeredSegment {
        CountingSegment(LogSegment segment) {
            super(segment);
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) throws StorageException {
            int read = segment.read(position, into, offset, length);
            reads++;
            bytes += read;
            return read;
        }
    }
}
