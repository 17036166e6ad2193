package pawl.kernel.simulate;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One file of the simulated disk: its bytes as a process sees them, and which of them a loss of power leaves. */
final class DiskFile {
    private static final int PAGE_BYTES = 4 * 1024;
    private static final int FIRST_BYTES = 8 * 1024;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;
    private int forced;
    private boolean isEntryForced;
    private byte @Nullable [] beforeCut;

    DiskFile() {}

    /** One that is on disk whole, as a replacement leaves it. */
    static DiskFile replacement(byte[] bytes, int offset, int length) {
        DiskFile file = new DiskFile();
        file.append(bytes, offset, length);
        file.force();
        return file;
    }

    int size() {
        return size;
    }

    int forcedBytes() {
        return isEntryForced ? forced : 0;
    }

    void append(byte[] added, int offset, int length) {
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * bytes.length));
        }
        System.arraycopy(added, offset, bytes, size, length);
        size += length;
    }

    int read(long position, byte[] into, int offset, int length) {
        int read = (int) Math.max(0, Math.min(length, size - position));
        if (read > 0) {
            System.arraycopy(bytes, (int) position, into, offset, read);
        }
        return read;
    }

    void truncate(long newSize) {
        if (newSize < forced && beforeCut == null) {
            beforeCut = Arrays.copyOf(bytes, forced);
        }
        size = (int) newSize;
        forced = Math.min(forced, size);
    }

    void force() {
        forced = size;
        isEntryForced = true;
        beforeCut = null;
    }

    /**
     * Whether the file is there at all after a loss of power; of what was not forced the beginning is then there, and zeros or nothing
     * behind it, or what was cut off is there again.
     */
    boolean losePower(SplittableRandom random) {
        if (!isEntryForced && random.nextBoolean()) {
            return false;
        }
        if (beforeCut != null && random.nextBoolean()) {
            bytes = beforeCut;
            size = beforeCut.length;
        } else {
            size = forced + random.nextInt(size - forced + 1);
            int page = (forced + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES;
            if (page < size && random.nextBoolean()) {
                page += random.nextInt((size - page) / PAGE_BYTES + 1) * PAGE_BYTES;
                Arrays.fill(bytes, page, size, (byte) 0);
            }
        }
        force();
        return true;
    }

    byte[] content() {
        return Arrays.copyOf(bytes, size);
    }

    byte[] forcedContent() {
        return Arrays.copyOf(bytes, forcedBytes());
    }
}
