package pawl.kernel.diff;

import java.util.List;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/** Counts what is read of another store. */
final class CountingStore implements LogStore {
    private final LogStore store;
    private long reads;
    private long bytes;

    CountingStore(LogStore store) {
        this.store = store;
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

    @Override
    public boolean exists(String name) throws StorageException {
        return store.exists(name);
    }

    @Override
    public List<String> list(String folder) throws StorageException {
        return store.list(folder);
    }

    @Override
    public void replace(String name, byte[] from, int offset, int length) throws StorageException {
        store.replace(name, from, offset, length);
    }

    @Override
    public void delete(String name) throws StorageException {
        store.delete(name);
    }

    @Override
    public void close() throws StorageException {
        store.close();
    }

    private final class CountingSegment implements LogSegment {
        private final LogSegment segment;

        CountingSegment(LogSegment segment) {
            this.segment = segment;
        }

        @Override
        public String name() {
            return segment.name();
        }

        @Override
        public long sizeBytes() {
            return segment.sizeBytes();
        }

        @Override
        public void append(byte[] from, int offset, int length) throws StorageException {
            segment.append(from, offset, length);
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) throws StorageException {
            int read = segment.read(position, into, offset, length);
            reads++;
            bytes += read;
            return read;
        }

        @Override
        public void truncate(long sizeBytes) throws StorageException {
            segment.truncate(sizeBytes);
        }

        @Override
        public void force() throws StorageException {
            segment.force();
        }

        @Override
        public void close() throws StorageException {
            segment.close();
        }
    }
}
