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
    private final LogForcing forcing = new LogForcing();
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

    LogForcing forcing() {
        return forcing;
    }

    /**
     * Hands every chain to the store; where the store fails, the files are made what they were before.
     *
     * @param forces whether all of it is on disk when this returns, and what the tick log commits before that is appended
     */
    void append(RecordBuffer buffer, FormatVersion newFiles, long epochDay, LogIdentity identity, boolean forces)
            throws StorageException {
        DayLog ticks = logs[logs.length - 1];
        try {
            for (DayLog log : logs) {
                if (log.hasBuffered()) {
                    if (forces && log == ticks) {
                        forceNow();
                    }
                    log.append(buffer, newFiles, epochDay, identity, staging);
                }
            }
            if (forces) {
                forceNow();
            }
        } catch (StorageException e) {
            forcing.awaitEnd(); // None may be at what is cut.
            undoAppend(epochDay, e);
            throw e;
        }
        for (DayLog log : logs) {
            if (log.hasBuffered()) {
                log.appended();
            }
        }
    }

    private void forceNow() throws StorageException {
        forcing.settle();
        forceChanged();
        forcing.now(forcing.forcedTicks());
    }

    /** What was appended since the last time is to be forced; no round may be under way. */
    void forceChanged() {
        for (DayLog log : logs) {
            log.forceIn(forcing);
        }
    }

    /** Leaves all files of the day to be forced and closed. */
    void leaveDay() {
        for (DayLog log : logs) {
            log.leaveDay(forcing);
        }
    }

    private void undoAppend(long epochDay, StorageException cause) {
        // The tick log first, so that it never commits what the tokens' logs no longer have.
        for (int i = logs.length - 1; i >= 0; i--) {
            DayLog log = logs[i];
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
