package pawl.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/** A log store that tells of appends, forces and closings in their order, and whose disk may be gone. */
final class ForcedStore implements LogStore {
    private final HeapLogStore store = new HeapLogStore();
    final TreeMap<String, byte[]> files = store.files;
    final List<String> calls = new ArrayList<>();
    int failingForces;

    /** In their order. */
    List<String> forced() {
        return calls.stream()
                .filter(call -> call.startsWith("force "))
                .map(call -> call.substring("force ".length()))
                .toList();
    }

    @Override
    public LogSegment open(String name) {
        return new Segment(store.open(name));
    }

    @Override
    public boolean exists(String name) {
        return store.exists(name);
    }

    @Override
    public List<String> list(String folder) {
        return store.list(folder);
    }

    @Override
    public void replace(String name, byte[] bytes, int offset, int length) throws StorageException {
        store.replace(name, bytes, offset, length);
    }

    @Override
    public void delete(String name) {
        store.delete(name);
    }

    @Override
    public void close() {
        store.close();
    }

    private final class Segment implements LogSegment {
        private final LogSegment segment;

        private Segment(LogSegment segment) {
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
        public void append(byte[] bytes, int offset, int length) throws StorageException {
            calls.add("append " + name());
            segment.append(bytes, offset, length);
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) throws StorageException {
            return segment.read(position, into, offset, length);
        }

        @Override
        public void truncate(long sizeBytes) throws StorageException {
            segment.truncate(sizeBytes);
        }

        @Override
        public void force() throws StorageException {
            if (failingForces > 0) {
                failingForces--;
                throw new StorageException(StorageException.Kind.DEVICE, "the disk is gone");
            }
            calls.add("force " + name());
        }

        @Override
        public void close() throws StorageException {
            calls.add("close " + name());
            segment.close();
        }
    }
}
