package pawl.storage;

import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/** One log of a day, read on from somewhere as far as it is sound: what is torn, missing or damaged counts as its end. */
final class TokenTail implements AutoCloseable {
    private final LogReader reader;
    private boolean hasRecord;
    private long taken;

    /** @param from sequence of the first record looked at */
    TokenTail(LogStore store, String name, long from) throws StorageException, StorageFormatException {
        reader = LogReader.open(store, name);
        reader.seek(from);
        taken = from;
        read();
    }

    private void read() throws StorageException {
        try {
            hasRecord = reader.next();
        } catch (StorageFormatException e) {
            hasRecord = false;
        }
    }

    LogHeader header() {
        return reader.header();
    }

    boolean hasRecord() {
        return hasRecord;
    }

    /** The record that is next to be taken. */
    RecordView record() {
        return reader.record();
    }

    /** Its tick, or above every tick at the end. */
    long tick() {
        return hasRecord ? reader.record().tick() : Long.MAX_VALUE;
    }

    void take() throws StorageException {
        // What a newer minor brought was passed over, and is counted with the record behind it.
        taken = reader.record().sequence() + 1;
        read();
    }

    /** How many records of the file come before the next one. */
    long taken() {
        return taken;
    }

    @Override
    public void close() throws StorageException {
        reader.close();
    }
}
