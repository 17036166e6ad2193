package pawl.storage;

import static pawl.storage.LogHeader.HEADER_BYTES;
import static pawl.storage.RecordLayout.RECORD_BYTES;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Token;
import pawl.storage.StorageFormatException.Kind;

/**
 * The writing end of one log, a token's or the tick log: its file of the current day, how many records that has, and the chain of
 * records in the {@link RecordBuffer} that are still to go there.
 */
final class DayLog {
    private final LogStore store;
    private final Optional<Token> token;
    private final int key;
    private @Nullable LogSegment segment;
    private Optional<FormatVersion> version = Optional.empty();
    private boolean isLocated;
    private boolean isChanged;
    private long storedBytes;
    private long recordCount;
    private int first = RecordBuffer.NONE;
    private int last = RecordBuffer.NONE;

    /** @param token whose log it is; empty for the tick log */
    DayLog(LogStore store, Optional<Token> token) {
        this.store = store;
        this.token = token;
        key = RunningHash.logKey(token.map(Token::name).orElse(""));
    }

    /** In the running hash. */
    int key() {
        return key;
    }

    /** Of the file that {@link #locate} found; empty where it found none. */
    Optional<FormatVersion> version() {
        return version;
    }

    /** Records of the current day, those in the buffer included. */
    long recordCount() {
        return recordCount;
    }

    boolean isLocated() {
        return isLocated;
    }

    boolean hasBuffered() {
        return first != RecordBuffer.NONE;
    }

    /**
     * Finds out what the store already has of this log and day, without writing. When that is the same token, day and identity,
     * records can follow it.
     *
     * @param anyConfiguration whether they can also follow what was written under another configuration
     * @return the last record there; empty when there is none
     */
    Optional<RecordView> locate(long epochDay, LogIdentity identity, boolean anyConfiguration)
            throws StorageException, StorageFormatException {
        isLocated = true;
        String name = name(epochDay);
        if (!store.exists(name)) {
            return Optional.empty();
        }
        LogSegment found = store.open(name);
        segment = found;
        storedBytes = found.sizeBytes();
        if (storedBytes == 0) {
            return Optional.empty();
        }
        LogHeader header = LogReader.readHeader(found);
        if (header.version().isNewerMinor()) {
            throw new StorageFormatException(
                    Kind.TOO_NEW,
                    name,
                    0,
                    "it is of format " + header.version().text() + ", and this build writes "
                            + FormatVersion.CURRENT.text(),
                    "go on with the release that wrote it, or a newer one");
        }
        version = Optional.of(header.version());
        LogIdentity expected =
                anyConfiguration ? identity.underConfiguration(header.identity().configurationSha256()) : identity;
        Optional<String> difference = header.differenceFrom(header(header.version(), epochDay, expected));
        if (difference.isPresent()) {
            throw new StorageFormatException(
                    Kind.MISMATCH, name, 0, difference.get(), "go on with what wrote it, or give another data folder");
        }
        recordCount = LogReader.wholeRecords(name, storedBytes);
        return recordCount == 0
                ? Optional.empty()
                : Optional.of(LogReader.readRecord(found, header.epochDay(), recordCount - 1));
    }

    /** Adds a record of the buffer to the chain; its sequence in the file was {@link #recordCount}. */
    void chain(RecordBuffer buffer, int record) {
        if (first == RecordBuffer.NONE) {
            first = record;
        } else {
            buffer.link(last, record);
        }
        last = record;
        recordCount++;
    }

    /** Hands the chain to the store, behind a header where the file has none; {@code staging} holds a header or more. */
    void append(RecordBuffer buffer, FormatVersion newFiles, long epochDay, LogIdentity identity, byte[] staging)
            throws StorageException {
        LogSegment target = segment;
        if (target == null) {
            target = store.open(name(epochDay));
            segment = target;
        }
        int staged = 0;
        if (storedBytes == 0) {
            LogHeaderCodec.encode(header(newFiles, epochDay, identity), staging);
            staged = HEADER_BYTES;
        }
        for (int record = first; record != RecordBuffer.NONE; record = buffer.next(record)) {
            if (staged + RECORD_BYTES > staging.length) {
                target.append(staging, 0, staged);
                staged = 0;
            }
            System.arraycopy(buffer.bytes(), record * RECORD_BYTES, staging, staged, RECORD_BYTES);
            staged += RECORD_BYTES;
        }
        target.append(staging, 0, staged);
        isChanged = true;
    }

    /** All logs took their chains: the buffer may forget this one. */
    void appended() {
        first = RecordBuffer.NONE;
        last = RecordBuffer.NONE;
        storedBytes = HEADER_BYTES + recordCount * RECORD_BYTES;
    }

    /** A log did not take its chain: makes the file what it was before {@link #append}. */
    void undoAppend(long epochDay) throws StorageException {
        LogSegment touched = segment;
        if (touched == null) {
            return;
        }
        if (storedBytes == 0) {
            segment = null;
            touched.close();
            store.delete(name(epochDay));
        } else if (touched.sizeBytes() > storedBytes) {
            touched.truncate(storedBytes);
        }
    }

    /** What was appended since the last time is to be forced. */
    void forceIn(LogForcing forcing) {
        if (isChanged && segment != null) {
            forcing.add(segment);
            isChanged = false;
        }
    }

    /** Leaves the day's file, which is forced before it is closed; another day may follow. */
    void leaveDay(LogForcing forcing) {
        LogSegment open = segment;
        segment = null;
        isLocated = false;
        isChanged = false;
        version = Optional.empty();
        storedBytes = 0;
        recordCount = 0;
        if (open != null) {
            forcing.leave(open);
        }
    }

    String name(long epochDay) {
        return token.<StoreName>map(of -> new StoreName.TokenLog(of.name(), epochDay))
                .orElseGet(() -> new StoreName.TickLog(epochDay))
                .text();
    }

    private LogHeader header(FormatVersion of, long epochDay, LogIdentity identity) {
        return token.map(whose -> LogHeader.ofToken(of, whose, epochDay, identity))
                .orElseGet(() -> LogHeader.ofTicks(of, epochDay, identity));
    }
}
