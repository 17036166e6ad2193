package pawl.storage;

import java.security.MessageDigest;
import java.util.Arrays;
import pawl.api.storage.LogSegment;
import pawl.api.storage.StorageException;

/** What readers of whole segments have in common; a segment may give fewer bytes at once than it is asked for. */
public final class SegmentBytes {
    private static final int CHUNK_BYTES = 64 * 1024;

    private SegmentBytes() {}

    /** Reads until there are so many, or the segment ends; gives how many there are. */
    public static int read(LogSegment segment, long position, byte[] into, int offset, int length)
            throws StorageException {
        int total = 0;
        int read = 1;
        while (total < length && read > 0) {
            read = segment.read(position + total, into, offset + total, length - total);
            total += read;
        }
        return total;
    }

    /** Whether the first has nothing but what the second begins with. */
    public static boolean isStartOf(LogSegment part, LogSegment whole) throws StorageException {
        if (part.sizeBytes() > whole.sizeBytes()) {
            return false;
        }
        byte[] mine = new byte[CHUNK_BYTES];
        byte[] others = new byte[CHUNK_BYTES];
        long position = 0;
        for (int count; (count = read(part, position, mine, 0, mine.length)) > 0; position += count) {
            read(whole, position, others, 0, count);
            if (!Arrays.equals(mine, 0, count, others, 0, count)) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing but zero bytes come from a position on, as a loss of power can leave a file longer than what was written. */
    public static boolean isZeroFrom(LogSegment segment, long from) throws StorageException {
        byte[] chunk = new byte[CHUNK_BYTES];
        long position = from;
        for (int read; (read = segment.read(position, chunk, 0, chunk.length)) > 0; position += read) {
            for (int i = 0; i < read; i++) {
                if (chunk[i] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Of all its bytes; 64 lower-case hexadecimal digits. */
    public static String sha256(LogSegment segment) throws StorageException {
        return sha256(segment, new byte[CHUNK_BYTES], Sha256.digest());
    }

    /** The same with a buffer and a digest that are lent. */
    static String sha256(LogSegment segment, byte[] chunk, MessageDigest digest) throws StorageException {
        long position = 0;
        for (int read; (read = segment.read(position, chunk, 0, chunk.length)) > 0; position += read) {
            digest.update(chunk, 0, read);
        }
        return Sha256.hex(digest.digest());
    }
}
