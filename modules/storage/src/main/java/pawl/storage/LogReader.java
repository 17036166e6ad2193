package pawl.storage;

import static pawl.storage.LogHeader.HEADER_BYTES;
import static pawl.storage.RecordLayout.RECORD_BYTES;

import java.util.Optional;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.storage.StorageFormatException.Kind;

/**
 * Reads one log from its first record to its last, and checks each: its checksum in its place, its day, and that ticks do not fall.
 * It may read while an engine appends. Allocates nothing from record to record. One thread.
 */
public final class LogReader implements AutoCloseable {
    private static final int CHUNK_BYTES = 1024 * RECORD_BYTES;

    private final LogSegment segment;
    private final LogHeader header;
    private final RecordChecksum checksum = new RecordChecksum();
    private final RecordView record = new RecordView();
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int chunkStart;
    private int chunkEnd;
    private long nextSequence;
    private long lastTick = Long.MIN_VALUE;
    private long unknownRecords;

    private LogReader(LogSegment segment, LogHeader header) {
        this.segment = segment;
        this.header = header;
    }

    /**
     * Opens a log and checks its header.
     *
     * @param name for example {@code logs/BTCUSDT/2023-04-05.log}
     * @throws StorageException with {@link StorageException.Kind#BAD_NAME} when there is none of that name
     * @throws StorageFormatException when the header is not sound, of another major version, or of another token or day than the
     *     name says
     */
    public static LogReader open(LogStore store, String name) throws StorageException, StorageFormatException {
        if (!store.exists(name)) {
            throw new StorageException(
                    StorageException.Kind.BAD_NAME,
                    name + ": there is no such log; list the store to see which there are");
        }
        LogSegment segment = openSound(store, name);
        try {
            LogHeader header = readHeader(segment);
            requireNamed(header, name);
            return new LogReader(segment, header);
        } catch (StorageException | StorageFormatException | RuntimeException e) {
            segment.close();
            throw e;
        }
    }

    public LogHeader header() {
        return header;
    }

    /** The record that {@link #next} moved to; the same object each time. */
    public RecordView record() {
        return record;
    }

    /** Records passed over so far because their type came with a minor version after this build's (E8.3). */
    public long unknownRecords() {
        return unknownRecords;
    }

    /**
     * Moves to the next record of a known type.
     *
     * @return false at the end
     * @throws StorageFormatException with {@link StorageFormatException.Kind#TRUNCATED} when the file ends inside a record, once
     *     all before it were given; with {@link StorageFormatException.Kind#CORRUPT} when a record fails its checks
     */
    public boolean next() throws StorageException, StorageFormatException {
        while (chunkEnd - chunkStart >= RECORD_BYTES || fill()) {
            record.wrap(chunk, chunkStart, nextSequence);
            requireSound(chunkStart);
            chunkStart += RECORD_BYTES;
            nextSequence++;
            if (RecordType.isCode(record.typeCode(), header.version())) {
                return true;
            }
            unknownRecords++;
        }
        return false;
    }

    /** Reads on from a record, which need not be there: the next one is of that sequence. */
    public void seek(long sequence) {
        nextSequence = sequence;
        chunkStart = 0;
        chunkEnd = 0;
        lastTick = Long.MIN_VALUE;
    }

    /**
     * How many records are of that tick or an earlier one; found by halving, so that what is between is not read. What is damaged counts as
     * later.
     */
    public long recordsThrough(long tick) throws StorageException {
        long low = 0;
        long high = Math.max(0, (segment.sizeBytes() - HEADER_BYTES) / RECORD_BYTES);
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (isThrough(middle, tick)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isThrough(long sequence, long tick) throws StorageException {
        try {
            return readRecord(segment, header.epochDay(), sequence).tick() <= tick;
        } catch (StorageFormatException e) {
            return false;
        }
    }

    @Override
    public void close() throws StorageException {
        segment.close();
    }

    private boolean fill() throws StorageException, StorageFormatException {
        System.arraycopy(chunk, chunkStart, chunk, 0, chunkEnd - chunkStart);
        chunkEnd -= chunkStart;
        chunkStart = 0;
        long position = RecordLayout.offset(nextSequence) + chunkEnd;
        chunkEnd += readSound(segment, position, chunk, chunkEnd, chunk.length - chunkEnd);
        if (chunkEnd > 0 && chunkEnd < RECORD_BYTES) {
            throw torn(segment.name(), RecordLayout.offset(nextSequence), chunkEnd);
        }
        return chunkEnd > 0;
    }

    private void requireSound(int at) throws StorageFormatException {
        int expected = checksum.of(chunk, at, nextSequence, header.epochDay());
        if (record.checksum() != expected) {
            throw badChecksum(segment.name(), nextSequence, record.checksum(), expected);
        }
        long tick = record.tick();
        if (tick < lastTick || Ticks.epochDay(tick) != header.epochDay()) {
            throw corrupt("tick " + tick + " after tick " + lastTick + " in a log of day " + header.epochDay());
        }
        lastTick = tick;
        if (!RecordType.isCode(record.typeCode(), header.version())
                && !header.version().isNewerMinor()) {
            throw corrupt("no record type has the code " + record.typeCode());
        }
    }

    private StorageFormatException corrupt(String found) {
        return new StorageFormatException(
                Kind.CORRUPT,
                segment.name(),
                RecordLayout.offset(nextSequence),
                "record " + nextSequence + ": " + found,
                "restore the file from a copy");
    }

    static LogHeader readHeader(LogSegment segment) throws StorageException, StorageFormatException {
        byte[] bytes = new byte[HEADER_BYTES];
        int read = readSound(segment, 0, bytes, 0, HEADER_BYTES);
        if (read < HEADER_BYTES) {
            throw new StorageFormatException(
                    Kind.TRUNCATED,
                    segment.name(),
                    read,
                    "the file ends inside its header of " + HEADER_BYTES + " bytes",
                    "nothing was committed there: move the file away, or restore it from a copy");
        }
        return LogHeaderCodec.decode(bytes, segment.name());
    }

    /** How many records a file of that size holds. */
    static long wholeRecords(String name, long sizeBytes) throws StorageFormatException {
        long records = (sizeBytes - HEADER_BYTES) / RECORD_BYTES;
        long rest = sizeBytes - RecordLayout.offset(records);
        if (rest != 0) {
            throw torn(name, RecordLayout.offset(records), rest);
        }
        return records;
    }

    static RecordView readRecord(LogSegment segment, long epochDay, long sequence)
            throws StorageException, StorageFormatException {
        byte[] bytes = new byte[RECORD_BYTES];
        int read = readSound(segment, RecordLayout.offset(sequence), bytes, 0, RECORD_BYTES);
        if (read < RECORD_BYTES) {
            throw torn(segment.name(), RecordLayout.offset(sequence), read);
        }
        RecordView record = new RecordView();
        record.wrap(bytes, 0, sequence);
        int expected = new RecordChecksum().of(bytes, 0, sequence, epochDay);
        if (record.checksum() != expected) {
            throw badChecksum(segment.name(), sequence, record.checksum(), expected);
        }
        return record;
    }

    /** As {@link SegmentBytes#read}; what a store throws for damage in a form of its own is thrown as such. */
    private static int readSound(LogSegment segment, long position, byte[] into, int offset, int length)
            throws StorageException, StorageFormatException {
        try {
            return SegmentBytes.read(segment, position, into, offset, length);
        } catch (StorageException e) {
            throw damageOr(e);
        }
    }

    private static LogSegment openSound(LogStore store, String name) throws StorageException, StorageFormatException {
        try {
            return store.open(name);
        } catch (StorageException e) {
            throw damageOr(e);
        }
    }

    /** A store can only throw a failure of the store; where its cause is damage, that is what it is. */
    private static StorageException damageOr(StorageException failure) throws StorageFormatException {
        if (failure.getCause() instanceof StorageFormatException damage) {
            throw damage;
        }
        return failure;
    }

    private static void requireNamed(LogHeader header, String name) throws StorageFormatException {
        Optional<StoreName> meant = StoreName.parse(name);
        StoreName actual = header.kind() == LogKind.TOKEN
                ? new StoreName.TokenLog(header.tokenName(), header.epochDay())
                : new StoreName.TickLog(header.epochDay());
        if (meant.isPresent() && !meant.get().equals(actual)) {
            throw new StorageFormatException(
                    Kind.MISMATCH, name, 0, "its header says that it is " + actual.text(), "give it that name again");
        }
    }

    private static StorageFormatException torn(String name, long offset, long bytes) {
        return new StorageFormatException(
                Kind.TRUNCATED,
                name,
                offset,
                "the file ends after " + bytes + " of a record's " + RECORD_BYTES + " bytes",
                "what is before them is whole: cut the file there, or restore it from a copy");
    }

    private static StorageFormatException badChecksum(String name, long sequence, int found, int expected) {
        return new StorageFormatException(
                Kind.CORRUPT,
                name,
                RecordLayout.offset(sequence),
                "record " + sequence + " has the checksum " + Integer.toHexString(found) + ", its bytes and place give "
                        + Integer.toHexString(expected),
                "restore the file from a copy");
    }
}
