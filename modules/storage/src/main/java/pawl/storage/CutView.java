package pawl.storage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/** A store as it will be once what is to be set aside is gone, to be read only. The store under it stays its owner's to close. */
public final class CutView implements LogStore {
    private final LogStore store;
    private final Map<String, Long> keptBytes = new TreeMap<>();

    public CutView(LogStore store, List<SetAside> asides) {
        this.store = store;
        for (SetAside aside : asides) {
            keptBytes.put(aside.name(), aside.keptBytes());
        }
    }

    private boolean isGone(String name) {
        return keptBytes.getOrDefault(name, 1L) == 0;
    }

    @Override
    public LogSegment open(String name) throws StorageException {
        LogSegment segment = store.open(name);
        Long kept = keptBytes.get(name);
        return kept == null ? segment : new Cut(segment, kept);
    }

    @Override
    public boolean exists(String name) throws StorageException {
        return !isGone(name) && store.exists(name);
    }

    @Override
    public List<String> list(String folder) throws StorageException {
        return store.list(folder).stream().filter(name -> !isGone(name)).toList();
    }

    @Override
    public void replace(String name, byte[] bytes, int offset, int length) {
        throw new UnsupportedOperationException(name + ": this is to be read only");
    }

    @Override
    public void delete(String name) {
        throw new UnsupportedOperationException(name + ": this is to be read only");
    }

    @Override
    public void close() {}

    private record Cut(LogSegment segment, long keptBytes) implements LogSegment {
        @Override
        public String name() {
            return segment.name();
        }

        @Override
        public long sizeBytes() {
            return Math.min(keptBytes, segment.sizeBytes());
        }

        @Override
        public void append(byte[] bytes, int offset, int length) {
            throw new UnsupportedOperationException(name() + ": this is to be read only");
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) throws StorageException {
            int there = (int) Math.max(0, Math.min(length, keptBytes - position));
            return there == 0 ? 0 : segment.read(position, into, offset, there);
        }

        @Override
        public void truncate(long sizeBytes) {
            throw new UnsupportedOperationException(name() + ": this is to be read only");
        }

        @Override
        public void force() {}

        @Override
        public void close() throws StorageException {
            segment.close();
        }
    }
}
