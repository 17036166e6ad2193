package pawl.kernel.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import pawl.api.storage.LogSegment;
import pawl.api.storage.StorageException;

/** What several steps do with the bytes of a segment. */
final class SegmentBytes {
    private SegmentBytes() {}

    /** Reads until there are so many, or the segment ends; gives how many there are. */
    static int read(LogSegment segment, long position, byte[] into, int offset, int length) throws StorageException {
        int total = 0;
        int read = 1;
        while (total < length && read > 0) {
            read = segment.read(position + total, into, offset + total, length - total);
            total += read;
        }
        return total;
    }

    /** Whether the first has nothing but what the second begins with. */
    static boolean isStartOf(LogSegment part, LogSegment whole) throws StorageException {
        if (part.sizeBytes() > whole.sizeBytes()) {
            return false;
        }
        byte[] mine = new byte[SeekTable.FRAME_BYTES];
        byte[] others = new byte[SeekTable.FRAME_BYTES];
        long position = 0;
        for (int count; (count = read(part, position, mine, 0, mine.length)) > 0; position += count) {
            read(whole, position, others, 0, count);
            if (!Arrays.equals(mine, 0, count, others, 0, count)) {
                return false;
            }
        }
        return true;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
