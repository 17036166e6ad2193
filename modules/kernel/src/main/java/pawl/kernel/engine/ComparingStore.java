package pawl.kernel.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.storage.SegmentBytes;

/**
 * A store that takes what is appended only where another store has the same bytes in the same place (D1: log = replay), and keeps
 * nothing of it. What is read from it is the other store's, as far as it was appended.
 */
final class ComparingStore implements LogStore {
    /** What was appended is not what the other store has. */
    static final class Difference extends StateDifference {
        private static final long serialVersionUID = 1L;

        private Difference(String name, long position) {
            super(name, position);
        }
    }

    private final LogStore expected;
    private final Optional<SnapshotDraft> snapshots;
    private final Map<String, Long> appendedBytes = new TreeMap<>();

    /** @param snapshots takes those that are written; empty where they are of no interest */
    ComparingStore(LogStore expected, Optional<SnapshotDraft> snapshots) {
        this.expected = expected;
        this.snapshots = snapshots;
    }

    /** How much of it does. */
    long presumedBytes(String name) {
        return appendedBytes.getOrDefault(name, 0L);
    }

    /** So much of a file counts as appended and the same. */
    void presume(String name, long bytes) {
        appendedBytes.put(name, bytes);
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
    public List<String> list(String folder) throws StorageException {
        return Stream.concat(appendedBytes.keySet().stream(), drafted().stream())
                .filter(name -> name.startsWith(folder + "/"))
                .toList();
    }

    @Override
    public void replace(String name, byte[] bytes, int offset, int length) throws StorageException {
        // Which snapshots are kept depends on where a run was stopped, so that one need not be there.
        if (snapshots.isEmpty()) {
            return;
        }
        if (expected.exists(name)) {
            requireSame(name, bytes, offset, length);
        }
        snapshots.get().replace(name, bytes, offset, length);
    }

    private void requireSame(String name, byte[] bytes, int offset, int length) throws StorageException {
        byte[] there = new byte[length];
        try (LogSegment segment = expected.open(name)) {
            int read = 0;
            int last = 1;
            while (read < length && last > 0) {
                last = segment.read(read, there, read, length - read);
                read += last;
            }
            int difference = Arrays.mismatch(there, 0, read, bytes, offset, offset + length);
            if (difference >= 0) {
                throw new Difference(name, difference);
            }
        }
    }

    private List<String> drafted() throws StorageException {
        return snapshots.isPresent() ? snapshots.get().list() : List.of();
    }

    @Override
    public void delete(String name) {
        // Only snapshots are ever removed.
        snapshots.ifPresent(draft -> draft.delete(name));
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
            int read = SegmentBytes.read(compared, sizeBytes(), buffer, 0, length);
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
