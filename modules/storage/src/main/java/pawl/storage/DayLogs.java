package pawl.storage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Token;

/** The tokens' logs and, last, the tick log: what is handed over, is handed over by all of them or by none. */
final class DayLogs {
    private static final int STAGING_BYTES = 64 * 1024;

    private final DayLog[] logs;
    private final byte[] staging = new byte[STAGING_BYTES];

    /** @throws IllegalArgumentException when a token is out of place or there twice, or its name does not fit into a header */
    DayLogs(LogStore store, List<Token> tokens) {
        logs = new DayLog[tokens.size() + 1];
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            FixedText.requireFits("token name", token.name(), LogHeaderCodec.TOKEN_NAME_BYTES);
            if (token.index() != i || !names.add(token.name())) {
                throw new IllegalArgumentException("token " + token.name() + " with index " + token.index()
                        + " at position " + i + ": out of place, or there twice");
            }
            logs[i] = new DayLog(store, Optional.of(token));
        }
        logs[tokens.size()] = new DayLog(store, Optional.empty());
    }

    /** A token's, by its index; the tick log's index is behind them. */
    DayLog log(int index) {
        return logs[index];
    }

    /** Hands every chain to the store; where the store fails, the files are made what they were before. */
    void append(RecordBuffer buffer, FormatVersion newFiles, long epochDay, LogIdentity identity)
            throws StorageException {
        try {
            for (DayLog log : logs) {
                if (log.hasBuffered()) {
                    log.append(buffer, newFiles, epochDay, identity, staging);
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
