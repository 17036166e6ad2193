package pawl.kernel.archive;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.storage.LayeredSegment;
import pawl.storage.LayeredStore;

/** A store whose process is killed at one of the calls that change something; of an append, half gets in. */
final class StoppedStore extends LayeredStore {
    private final int callsBefore;
    private final UnaryOperator<byte[]> stored;
    private int calls;

    /** The kill: nothing after it is done. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    StoppedStore(LogStore store, int callsBefore) {
        this(store, callsBefore, UnaryOperator.identity());
    }

    private StoppedStore(LogStore store, int callsBefore, UnaryOperator<byte[]> stored) {
        super(store);
        this.callsBefore = callsBefore;
        this.stored = stored;
    }

    /** One that is not killed, and keeps something else than it is given as an object. */
    static StoppedStore spoiling(LogStore store, UnaryOperator<byte[]> stored) {
        return new StoppedStore(store, Integer.MAX_VALUE, stored);
    }

    private boolean isAlive() {
        return calls++ < callsBefore;
    }

    private void live() {
        if (!isAlive()) {
            throw new Killed();
        }
    }

    @Override
    public LogSegment open(String name) throws StorageException {
        if (!store.exists(name)) {
            live();
        }
        return new Segment(store.open(name));
    }

    @Override
    public void replace(String name, byte[] bytes, int offset, int length) throws StorageException {
        live();
        byte[] kept = stored.apply(Arrays.copyOfRange(bytes, offset, offset + length));
        store.replace(name, kept, 0, kept.length);
    }

    @Override
    public void delete(String name) throws StorageException {
        live();
        store.delete(name);
    }

    private final class Segment extends LayeredSegment {
        private Segment(LogSegment segment) {
            super(segment);
        }

        @Override
        public void append(byte[] bytes, int offset, int length) throws StorageException {
            boolean isWhole = isAlive();
            segment.append(bytes, offset, isWhole ? length : length / 2);
            if (!isWhole) {
                throw new Killed();
            }
        }

        @Override
        public void truncate(long sizeBytes) throws StorageException {
            live();
            segment.truncate(sizeBytes);
        }

        @Override
        public void force() throws StorageException {
            live();
            segment.force();
        }
    }
}
