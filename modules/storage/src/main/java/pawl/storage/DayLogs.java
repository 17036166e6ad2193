package pawl.storage;

import pawl.api.storage.StorageException;

/** The tokens' logs and, last, the tick log: what is handed over, is handed over by all of them or by none. */
final class DayLogs {
    private static final int STAGING_BYTES = 64 * 1024;

    private final DayLog[] logs;
    private final byte[] staging = new byte[STAGING_BYTES];

    /** @param logs in the order in which they are written */
    DayLogs(DayLog[] logs) {
        this.logs = logs;
    }

    DayLog log(int index) {
        return logs[index];
    }

    /** Hands every chain to the store; where the store fails, the files are made what they were before. */
    void append(RecordBuffer buffer, long epochDay, LogIdentity identity) throws StorageException {
        try {
            for (DayLog log : logs) {
                if (log.hasBuffered()) {
                    log.append(buffer, epochDay, identity, staging);
                }
            }
        } catch (StorageException e) {
            undoAppend(epochDay, e);
            throw e;
        }
        for (DayLog log : logs) {
            if (log.hasBuffered()) {
                log.appended();
            }
        }
    }

    void force() throws StorageException {
        for (DayLog log : logs) {
            log.force();
        }
    }

    /** Leaves all files of the day, whichever of them fails. */
    void closeDay() throws StorageException {
        StorageException failure = null;
        for (DayLog log : logs) {
            try {
                log.closeDay();
            } catch (StorageException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void undoAppend(long epochDay, StorageException cause) {
        for (DayLog log : logs) {
            if (log.hasBuffered()) {
                try {
                    log.undoAppend(epochDay);
                } catch (StorageException e) {
                    cause.addSuppressed(e);
                }
            }
        }
    }
}
