package pawl.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import pawl.api.storage.LogSegment;
import pawl.api.storage.StorageException;

/** A log store that tells of appends, forces and closings in their order, and whose disk may be gone. */
final class ForcedStore extends LayeredStore {
    final TreeMap<String, byte[]> files;
    final List<String> calls = new ArrayList<>();
    int failingForces;

    ForcedStore() {
        this(new HeapLogStore());
    }

    private ForcedStore(HeapLogStore below) {
        super(below);
        files = below.files;
    }

    /** In their order. */
    List<String> forced() {
        return calls.stream()
                .filter(call -> call.startsWith("force "))
                .map(call -> call.substring("force ".length()))
                .toList();
    }

    @Override
    public LogSegment open(String name) throws StorageException {
        return new Segment(store.open(name));
    }

    private final class Segment extends LayeredSegment {
        private Segment(LogSegment segment) {
            super(segment);
        }

        @Override
        public void append(byte[] bytes, int offset, int length) throws StorageException {
            calls.add("append " + name());
            segment.append(bytes, offset, length);
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
