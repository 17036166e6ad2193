package pawl.kernel.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pawl.api.storage.LogSegment;
import pawl.api.storage.StorageException;
import pawl.storage.SegmentBytes;

/**
 * Where each frame of a compressed log begins, in the file and in what it holds: the seek table of zstd's seekable format, a
 * skippable frame at the end of the file, which every zstd tool passes over.
 */
final class SeekTable {
    /** What each frame but the last holds, which may hold less: the least that is read to get at one record. */
    static final int FRAME_BYTES = 256 * 1024;

    private static final int SKIPPABLE_MAGIC = 0x184d2a5e;
    private static final int SEEKABLE_MAGIC = 0x8f92eab1;
    private static final int HEAD_BYTES = 8;
    private static final int FOOT_BYTES = 9;
    private static final int ENTRY_BYTES = 8;
    private static final int CHECKSUM_BYTES = 4;
    private static final int CHECKSUM_FLAG = 0x80;
    private static final int MOST_FRAMES = 1 << 24;

    private final long[] fileStarts;
    private final long[] plainStarts;

    private SeekTable(long[] fileStarts, long[] plainStarts) {
        this.fileStarts = fileStarts;
        this.plainStarts = plainStarts;
    }

    int frames() {
        return fileStarts.length - 1;
    }

    /** The first byte of a frame in the file; of the frame behind the last, that of the table. */
    long fileStart(int frame) {
        return fileStarts[frame];
    }

    /** The first byte that a frame holds; of the frame behind the last, how many bytes there are. */
    long plainStart(int frame) {
        return plainStarts[frame];
    }

    /** How many bytes the whole file holds. */
    long plainBytes() {
        return plainStarts[frames()];
    }

    /** The frame that holds a byte below {@link #plainBytes}. */
    int frameOf(long position) {
        int found = Arrays.binarySearch(plainStarts, position);
        return found >= 0 ? found : -found - 2;
    }

    /** The table for frames of these sizes, as it stands behind them. */
    static byte[] encode(List<Integer> fileBytes, List<Integer> plainBytes) {
        int entries = fileBytes.size() * ENTRY_BYTES;
        ByteBuffer table = little(ByteBuffer.allocate(HEAD_BYTES + entries + FOOT_BYTES));
        table.putInt(SKIPPABLE_MAGIC).putInt(entries + FOOT_BYTES);
        for (int frame = 0; frame < fileBytes.size(); frame++) {
            table.putInt(fileBytes.get(frame)).putInt(plainBytes.get(frame));
        }
        return table.putInt(fileBytes.size())
                .put((byte) 0)
                .putInt(SEEKABLE_MAGIC)
                .array();
    }

    /** Reads the table of a file; empty where the file ends with none that fits it. */
    static Optional<SeekTable> read(LogSegment file) throws StorageException {
        long size = file.sizeBytes();
        Optional<ByteBuffer> foot = bytes(file, size - FOOT_BYTES, FOOT_BYTES);
        if (foot.isEmpty() || foot.get().getInt(5) != SEEKABLE_MAGIC) {
            return Optional.empty();
        }
        int frames = foot.get().getInt(0);
        int descriptor = foot.get().get(4) & 0xff;
        if (frames < 0 || frames > MOST_FRAMES || (descriptor & ~CHECKSUM_FLAG) != 0) {
            return Optional.empty();
        }
        int entryBytes = descriptor == CHECKSUM_FLAG ? ENTRY_BYTES + CHECKSUM_BYTES : ENTRY_BYTES;
        int tableBytes = HEAD_BYTES + frames * entryBytes + FOOT_BYTES;
        Optional<ByteBuffer> table = bytes(file, size - tableBytes, tableBytes);
        if (table.isEmpty()
                || table.get().getInt(0) != SKIPPABLE_MAGIC
                || table.get().getInt(4) != tableBytes - HEAD_BYTES) {
            return Optional.empty();
        }
        return starts(table.get(), frames, entryBytes).filter(read -> read.fileStart(frames) == size - tableBytes);
    }

    private static Optional<SeekTable> starts(ByteBuffer table, int frames, int entryBytes) {
        long[] fileStarts = new long[frames + 1];
        long[] plainStarts = new long[frames + 1];
        for (int frame = 0; frame < frames; frame++) {
            int entry = HEAD_BYTES + frame * entryBytes;
            int fileBytes = table.getInt(entry);
            int plainBytes = table.getInt(entry + 4);
            boolean isFull = plainBytes == FRAME_BYTES;
            boolean isRest = frame == frames - 1 && plainBytes > 0 && plainBytes < FRAME_BYTES;
            if (fileBytes <= 0 || !(isFull || isRest)) {
                return Optional.empty();
            }
            fileStarts[frame + 1] = fileStarts[frame] + fileBytes;
            plainStarts[frame + 1] = plainStarts[frame] + plainBytes;
        }
        return Optional.of(new SeekTable(fileStarts, plainStarts));
    }

    private static Optional<ByteBuffer> bytes(LogSegment file, long position, int length) throws StorageException {
        if (position < 0) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        return SegmentBytes.read(file, position, bytes, 0, length) == length
                ? Optional.of(little(ByteBuffer.wrap(bytes)))
                : Optional.empty();
    }

    private static ByteBuffer little(ByteBuffer buffer) {
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }
}
