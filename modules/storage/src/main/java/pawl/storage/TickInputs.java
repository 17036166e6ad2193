package pawl.storage;

import pawl.api.event.EventBatch;
import pawl.api.storage.StorageException;

/** A token's canonical inputs tick by tick, out of its log, to run them again (D1: log = replay). */
public final class TickInputs {
    /** Above every tick: the log has ended. */
    public static final long END = Long.MAX_VALUE;

    private final LogReader reader;
    private boolean hasRecord;

    /** Reads on from the reader's next record; the reader remains its owner's to close. */
    public TickInputs(LogReader reader) throws StorageException, StorageFormatException {
        this.reader = reader;
        hasRecord = reader.next();
    }

    /** The tick of the next record, an event or not, or {@link #END}. */
    public long nextTick() {
        return hasRecord ? reader.record().tick() : END;
    }

    /**
     * Replaces what is in the batch with the events of a tick, in the order they were flushed; none where the token has none.
     * Records of earlier ticks are passed over, as are decisions.
     */
    public void read(long tick, EventBatch into) throws StorageException, StorageFormatException {
        into.clear();
        while (hasRecord && reader.record().tick() <= tick) {
            if (reader.record().tick() == tick && reader.record().isEvent()) {
                reader.record().addTo(into);
            }
            hasRecord = reader.next();
        }
    }
}
