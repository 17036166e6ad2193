package pawl.storage;

import static pawl.storage.RecordLayout.RECORD_BYTES;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/**
 * Reads single records of one log by their sequence, for whoever looks for one among many. A record torn at the end of the file is
 * passed over. One thread.
 */
public final class LogRecords implements AutoCloseable {
    private static final int CHUNK_BYTES = 1024 * RECORD_BYTES;

    private final LogSegment segment;
    private final LogHeader header;
    private final long count;

    private LogRecords(LogSegment segment, LogHeader header, long count) {
        this.segment = segment;
        this.header = header;
        this.count = count;
    }

    /** Opens a log and checks its header, as {@link LogReader#open} does. */
    public static LogRecords open(LogStore store, String name) throws StorageException, StorageFormatException {
        LogHeader header;
        try (LogReader reader = LogReader.open(store, name)) {
            header = reader.header();
        }
        LogSegment segment = store.open(name);
        return new LogRecords(segment, header, (segment.sizeBytes() - LogHeader.HEADER_BYTES) / RECORD_BYTES);
    }

    /** Of the file in the store. */
    public String name() {
        return segment.name();
    }

    public LogHeader header() {
        return header;
    }

    /** Whole records in the file when it was opened. */
    public long count() {
        return count;
    }

    /**
     * One record, which stays valid.
     *
     * @param sequence 0 to {@link #count} − 1
     * @throws StorageFormatException when its checksum does not hold
     */
    public RecordView record(long sequence) throws StorageException, StorageFormatException {
        return LogReader.readRecord(segment, header.epochDay(), Objects.checkIndex(sequence, count));
    }

    /** Whether this build has a name for the record's type; a file of a later minor version may hold others. */
    public boolean isKnown(RecordView record) {
        return RecordType.isCode(record.typeCode(), header.version());
    }

    /** The sequence of the first record of that tick or a later one, {@link #count} where there is none; reads O(log n) records. */
    public long firstFrom(long tick) throws StorageException, StorageFormatException {
        long low = 0;
        long high = count;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (record(middle).tick() < tick) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Compares two logs byte by byte, without a look at checksums, each up to a number of records.
     *
     * @return the sequence of the first record that differs, or that only one has; empty where there is none
     */
    public static OptionalLong firstDifference(LogRecords left, long leftCount, LogRecords right, long rightCount)
            throws StorageException {
        byte[] leftChunk = new byte[CHUNK_BYTES];
        byte[] rightChunk = new byte[CHUNK_BYTES];
        long common = Math.min(leftCount, rightCount);
        for (long sequence = 0; sequence < common; sequence += CHUNK_BYTES / RECORD_BYTES) {
            long offset = RecordLayout.offset(sequence);
            int wanted = (int) Math.min(CHUNK_BYTES, (common - sequence) * RECORD_BYTES);
            int leftRead = SegmentBytes.read(left.segment, offset, leftChunk, 0, wanted);
            int rightRead = SegmentBytes.read(right.segment, offset, rightChunk, 0, wanted);
            int different = Arrays.mismatch(leftChunk, 0, leftRead, rightChunk, 0, rightRead);
            if (different >= 0) {
                return OptionalLong.of(sequence + different / RECORD_BYTES);
            }
        }
        return leftCount == rightCount ? OptionalLong.empty() : OptionalLong.of(common);
    }

    @Override
    public void close() throws StorageException {
        segment.close();
    }
}
