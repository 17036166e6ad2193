package pawl.kernel.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.storage.LogRecords;
import pawl.storage.RecordType;
import pawl.storage.RecordView;
import pawl.storage.StorageFormatException;

/**
 * All that one run logged in one tick.
 *
 * @param tickLog its records of the tick log, the TICK last; empty where the tick was not committed
 * @param tokens its records by token, in order of name; only tokens that have some
 */
record TickOfRun(long tick, List<LoggedRecord> tickLog, SortedMap<String, List<LoggedRecord>> tokens) {

    /** Reads O(log n) records of each log to find the tick. */
    static TickOfRun of(ComparedRun run, long tick) throws StorageException, StorageFormatException {
        List<LoggedRecord> tickLog = records(run, "", tick);
        SortedMap<String, List<LoggedRecord>> tokens = new TreeMap<>();
        if (tickLog.stream().noneMatch(LoggedRecord::isTick)) {
            return new TickOfRun(tick, List.of(), tokens);
        }
        for (String token : ComparedRun.tokens(run, run, Ticks.epochDay(tick))) {
            List<LoggedRecord> records = records(run, token, tick);
            if (!records.isEmpty()) {
                tokens.put(token, records);
            }
        }
        return new TickOfRun(tick, tickLog, tokens);
    }

    boolean isCommitted() {
        return !tickLog.isEmpty();
    }

    List<LoggedRecord> of(String token) {
        return token.isEmpty() ? tickLog : tokens.getOrDefault(token, List.of());
    }

    /** The TICK; there only where the tick was committed. */
    LoggedRecord commit() {
        return tickLog.getLast();
    }

    /** The events of a token in the tick, or else in the last tick before it that has some. */
    static List<LoggedRecord> inputs(ComparedRun run, String token, long tick)
            throws StorageException, StorageFormatException {
        Optional<LogRecords> log = run.token(token, Ticks.epochDay(tick));
        if (log.isEmpty()) {
            return List.of();
        }
        long from = log.get().firstFrom(tick + 1);
        for (long sequence = from - 1; sequence >= 0; sequence--) {
            LoggedRecord record = new LoggedRecord(log.get(), log.get().record(sequence));
            if (record.isEvent()) {
                return records(run, token, record.view().tick()).stream()
                        .filter(LoggedRecord::isEvent)
                        .toList();
            }
        }
        return List.of();
    }

    private static List<LoggedRecord> records(ComparedRun run, String token, long tick)
            throws StorageException, StorageFormatException {
        long epochDay = Ticks.epochDay(tick);
        Optional<LogRecords> log = token.isEmpty() ? run.ticks(epochDay) : run.token(token, epochDay);
        List<LoggedRecord> records = new ArrayList<>();
        if (log.isPresent()) {
            for (long sequence = log.get().firstFrom(tick); sequence < log.get().count(); sequence++) {
                RecordView record = log.get().record(sequence);
                if (record.tick() != tick) {
                    break;
                }
                records.add(new LoggedRecord(log.get(), record));
            }
        }
        return records;
    }

    /** A record and the log that it is in. */
    record LoggedRecord(LogRecords log, RecordView view) {
        boolean isKnown() {
            return log.isKnown(view);
        }

        boolean isEvent() {
            return isKnown() && view.type().isEvent();
        }

        boolean isTick() {
            return isKnown() && view.type() == RecordType.TICK;
        }
    }
}
