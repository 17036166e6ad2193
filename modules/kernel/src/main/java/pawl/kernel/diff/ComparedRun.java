package pawl.kernel.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.storage.LogCatalog;
import pawl.storage.LogRecords;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/** One of the two runs: what its folder holds, and its logs, each opened once. Only what is committed counts. One thread. */
final class ComparedRun implements AutoCloseable {
    private final String title;
    private final LogStore store;
    private final LogCatalog catalog;
    private final OptionalLong lastTick;
    private final List<LogRecords> open = new ArrayList<>();

    /** @param title by which messages call it */
    ComparedRun(String title, LogStore store) throws StorageException, StorageFormatException {
        this.title = title;
        this.store = store;
        catalog = LogCatalog.of(store);
        lastTick = catalog.lastCommittedTick(store);
    }

    String title() {
        return title;
    }

    LogStore store() {
        return store;
    }

    LogCatalog catalog() {
        return catalog;
    }

    /** The last that was committed; empty where none was. */
    OptionalLong lastTick() {
        return lastTick;
    }

    /** The first that was committed. */
    OptionalLong firstTick() throws StorageException, StorageFormatException {
        for (StoreName.TickLog day : catalog.tickLogs()) {
            Optional<LogRecords> ticks = ticks(day.epochDay());
            if (ticks.isPresent() && ticks.get().count() > 0) {
                return OptionalLong.of(ticks.get().record(0).tick());
            }
        }
        return OptionalLong.empty();
    }

    /** The tick log of a UTC day. */
    Optional<LogRecords> ticks(long epochDay) throws StorageException, StorageFormatException {
        return log(new StoreName.TickLog(epochDay));
    }

    /** A token's log of a UTC day. */
    Optional<LogRecords> token(String token, long epochDay) throws StorageException, StorageFormatException {
        return log(new StoreName.TokenLog(token, epochDay));
    }

    /** How many of the log's records are of ticks that were committed. */
    long committedRecords(LogRecords log) throws StorageException, StorageFormatException {
        return lastTick.isEmpty() ? 0 : log.firstFrom(lastTick.getAsLong() + 1);
    }

    /** The UTC days on which one of them or both have a log, rising. */
    static NavigableSet<Long> days(ComparedRun left, ComparedRun right) {
        TreeSet<Long> days = new TreeSet<>();
        for (ComparedRun run : List.of(left, right)) {
            run.catalog.tickLogs().forEach(log -> days.add(log.epochDay()));
            run.catalog.tokenLogs().forEach(log -> days.add(log.epochDay()));
        }
        return days;
    }

    /** The tokens of which one of them or both have a log of a day, in order of name. */
    static NavigableSet<String> tokens(ComparedRun left, ComparedRun right, long epochDay) {
        TreeSet<String> tokens = new TreeSet<>();
        for (ComparedRun run : List.of(left, right)) {
            run.catalog.tokenLogs().stream()
                    .filter(log -> log.epochDay() == epochDay)
                    .forEach(log -> tokens.add(log.tokenName()));
        }
        return tokens;
    }

    @Override
    public void close() throws StorageException {
        for (LogRecords log : open) {
            log.close();
        }
    }

    private Optional<LogRecords> log(StoreName name) throws StorageException, StorageFormatException {
        for (LogRecords log : open) {
            if (log.name().equals(name.text())) {
                return Optional.of(log);
            }
        }
        if (!store.exists(name.text())) {
            return Optional.empty();
        }
        LogRecords log = LogRecords.open(store, name.text());
        open.add(log);
        return Optional.of(log);
    }
}
