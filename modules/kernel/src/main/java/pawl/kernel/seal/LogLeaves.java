package pawl.kernel.seal;

import static pawl.storage.LogHeader.HEADER_BYTES;

import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.storage.SegmentBytes;
import pawl.storage.StorageFormatException;
import pawl.storage.StorageFormatException.Kind;

/** The leaves of a log's tree as they lie in its file: the header, then each record. */
final class LogLeaves {
    static final int RECORD_BYTES = 64;
    private static final int CHUNK_BYTES = 1024 * RECORD_BYTES;

    private LogLeaves() {}

    /** Takes leaves in order; the bytes are lent. */
    interface Sink {
        void append(byte[] bytes, int offset, int length);
    }

    /**
     * How many leaves the file has.
     *
     * @throws StorageFormatException when it ends inside its header or a record
     */
    static long count(LogStore store, String name) throws StorageException, StorageFormatException {
        try (LogSegment segment = store.open(name)) {
            return count(name, segment.sizeBytes());
        }
    }

    private static long count(String name, long sizeBytes) throws StorageFormatException {
        long rest = sizeBytes < HEADER_BYTES ? sizeBytes : (sizeBytes - HEADER_BYTES) % RECORD_BYTES;
        if (rest != 0 || sizeBytes < HEADER_BYTES) {
            throw new StorageFormatException(
                    Kind.TRUNCATED,
                    name,
                    sizeBytes - rest,
                    "the file ends inside its header or a record, " + rest + " bytes behind there",
                    "restore it from a copy, or let `pawl repair` set the rest aside");
        }
        return 1 + (sizeBytes - HEADER_BYTES) / RECORD_BYTES;
    }

    /** Gives the first leaves, or all where the file has fewer; the number given. */
    static long read(LogStore store, String name, long most, Sink sink)
            throws StorageException, StorageFormatException {
        try (LogSegment segment = store.open(name)) {
            long leaves = Math.min(most, count(name, segment.sizeBytes()));
            byte[] chunk = new byte[CHUNK_BYTES];
            if (leaves > 0) {
                readFully(segment, 0, chunk, HEADER_BYTES);
                sink.append(chunk, 0, HEADER_BYTES);
            }
            long position = HEADER_BYTES;
            long end = HEADER_BYTES + (leaves - 1) * RECORD_BYTES;
            while (position < end) {
                int length = (int) Math.min(CHUNK_BYTES, end - position);
                readFully(segment, position, chunk, length);
                for (int at = 0; at < length; at += RECORD_BYTES) {
                    sink.append(chunk, at, RECORD_BYTES);
                }
                position += length;
            }
            return leaves;
        }
    }

    private static void readFully(LogSegment segment, long position, byte[] into, int length)
            throws StorageException, StorageFormatException {
        int read = SegmentBytes.read(segment, position, into, 0, length);
        if (read < length) {
            throw new StorageFormatException(
                    Kind.TRUNCATED,
                    segment.name(),
                    position + read,
                    "the file became shorter while it was read",
                    "read it again when nothing else works on it");
        }
    }
}
