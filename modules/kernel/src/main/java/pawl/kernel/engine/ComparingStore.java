package pawl.kernel.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/**
 * A store that takes what is appended only where another store has the same bytes in the same place (D1: log = replay), and keeps
 * nothing of it. What is read from it is the other store's, as far as it was appended.
 */
final class ComparingStore implements LogStore {
    /** What was appended is not what the other store has. */
    static final class Difference extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Difference(String name, long position) {
            super(name + " at byte " + position + ": running its inputs again gives other bytes");
        }
    }

    private final LogStore expected;
    private final Map<String, Long> appendedBytes = new TreeMap<>();

    ComparingStore(LogStore expected) {
        this.expected = expected;
    }

    @Override
    public LogSegment open(String name) throws StorageException {
        return new Segment(name, expected.open(name));
    }

    @Override
    public boolean exists(String name) {
        return appendedBytes.containsKey(name);
    }

    @Override
    public List<String> list(String folder) {
        return appendedBytes.keySet().stream()
                .filter(name -> name.startsWith(folder + "/"))
                .toList();
    }

    @Override
    public void replace(String name, byte[] bytes, int offset, int length) {
        // A snapshot is made of what was logged; which of them are kept depends on where a run was stopped.
    }

    @Override
    public void delete(String name) {
        // Only snapshots are ever removed.
    }

    @Override
    public void close() {}

    private final class Segment implements LogSegment {
        private final String name;
        private final LogSegment compared;
        private byte[] buffer = new byte[0];

        private Segment(String name, LogSegment compared) {
            this.name = name;
            this.compared = compared;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long sizeBytes() {
            return appendedBytes.getOrDefault(name, 0L);
        }

        @Override
        public void append(byte[] bytes, int offset, int length) throws StorageException {
            buffer = buffer.length < length ? new byte[length] : buffer;
            int read = 0;
            int last = 1;
            while (read < length && last > 0) {
                last = compared.read(sizeBytes() + read, buffer, read, length - read);
                read += last;
            }
            int difference = Arrays.mismatch(buffer, 0, read, bytes, offset, offset + length);
            if (difference >= 0) {
                throw new Difference(name, sizeBytes() + difference);
            }
            appendedBytes.merge(name, (long) length, Long::sum);
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) throws StorageException {
            int there = (int) Math.max(0, Math.min(length, sizeBytes() - position));
            return there == 0 ? 0 : compared.read(position, into, offset, there);
        }

        @Override
        public void truncate(long sizeBytes) {
            throw new UnsupportedOperationException(name + ": nothing is cut");
        }

        @Override
        public void force() {}

        @Override
        public void close() throws StorageException {
            compared.close();
        }
    }
}
