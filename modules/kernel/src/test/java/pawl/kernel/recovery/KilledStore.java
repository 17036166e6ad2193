package pawl.kernel.recovery;

import pawl.api.storage.LogSegment;
import pawl.api.storage.StorageException;
import pawl.kernel.toy.HeapLogStore;
import pawl.storage.LayeredSegment;
import pawl.storage.LayeredStore;

/** A store of an engine that is killed at a write: some of that write's bytes get in, and nothing of what comes after it. */
final class KilledStore extends LayeredStore {
    private final long lastWrite;
    private final double shareOfLast;
    private long writes;

    /**
     * @param lastWrite the number of the write at which it is killed, from 1
     * @param shareOfLast 0 to 1, of its bytes; what is replaced or deleted is so whole or not at all
     */
    KilledStore(HeapLogStore store, long lastWrite, double shareOfLast) {
        super(store);
        this.lastWrite = lastWrite;
        this.shareOfLast = shareOfLast;
    }

    /** How many there were, the ones after the kill included. */
    long writes() {
        return writes;
    }

    boolean isKilled() {
        return writes >= lastWrite;
    }

    private void requireAlive() throws StorageException {
        if (writes > lastWrite) {
            throw new StorageException(StorageException.Kind.DEVICE, "killed before write " + writes);
        }
    }

    /** Whether the write that begins is whole. */
    private boolean begin() throws StorageException {
        writes++;
        requireAlive();
        return writes < lastWrite;
    }

    private StorageException killed(String name) {
        return new StorageException(StorageException.Kind.DEVICE, "killed while writing " + name);
    }

    @Override
    public LogSegment open(String name) throws StorageException {
        return new Segment(store.open(name));
    }

    @Override
    public void replace(String name, byte[] bytes, int offset, int length) throws StorageException {
        boolean isWhole = begin();
        if (isWhole || shareOfLast >= 0.5) {
            store.replace(name, bytes, offset, length);
        }
        if (!isWhole) {
            throw killed(name);
        }
    }

    @Override
    public void delete(String name) throws StorageException {
        boolean isWhole = begin();
        if (isWhole || shareOfLast >= 0.5) {
            store.delete(name);
        }
        if (!isWhole) {
            throw killed(name);
        }
    }

    @Override
    public void close() {}

    private final class Segment extends LayeredSegment {
        Segment(LogSegment segment) {
            super(segment);
        }

        @Override
        public void append(byte[] bytes, int offset, int length) throws StorageException {
            boolean isWhole = begin();
            segment.append(bytes, offset, isWhole ? length : (int) (length * shareOfLast));
            if (!isWhole) {
                throw killed(name());
            }
        }

        @Override
        public void truncate(long sizeBytes) throws StorageException {
            boolean isWhole = begin();
            if (isWhole || shareOfLast >= 0.5) {
                segment.truncate(sizeBytes);
            }
            if (!isWhole) {
                throw killed(name());
            }
        }

        @Override
        public void force() {}
    }
}
