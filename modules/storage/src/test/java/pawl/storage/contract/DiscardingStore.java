package pawl.storage.contract;

import java.util.List;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;

/** A store that keeps nothing but sizes, so that what is measured above it is measured alone, and no disk fills. */
public final class DiscardingStore implements LogStore {
    public DiscardingStore() {}

    @Override
    public LogSegment open(String name) {
        return new Segment(name);
    }

    @Override
    public boolean exists(String name) {
        return false;
    }

    @Override
    public List<String> list(String folder) {
        return List.of();
    }

    @Override
    public void replace(String name, byte[] bytes, int offset, int length) {}

    @Override
    public void delete(String name) {}

    @Override
    public void close() {}

    private static final class Segment implements LogSegment {
        private final String name;
        private long sizeBytes;

        Segment(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long sizeBytes() {
            return sizeBytes;
        }

        @Override
        public void append(byte[] bytes, int offset, int length) {
            sizeBytes += length;
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) {
            return 0;
        }

        @Override
        public void truncate(long newSizeBytes) {
            sizeBytes = newSizeBytes;
        }

        @Override
        public void force() {}

        @Override
        public void close() {}
    }
}
