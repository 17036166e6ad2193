package pawl.storage;

import static pawl.storage.RecordLayout.RECORD_BYTES;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/**
 * What a store holds, read once, each list in order of names in the store.
 *
 * @param unrecognized names in the engine's folders that mean nothing to it
 */
public record LogCatalog(
        List<StoreName.TokenLog> tokenLogs,
        List<StoreName.TickLog> tickLogs,
        List<StoreName.Snapshot> snapshots,
        List<String> unrecognized) {

    public LogCatalog {
        tokenLogs = List.copyOf(tokenLogs);
        tickLogs = List.copyOf(tickLogs);
        snapshots = List.copyOf(snapshots);
        unrecognized = List.copyOf(unrecognized);
    }

    public static LogCatalog of(LogStore store) throws StorageException {
        List<StoreName.TokenLog> tokenLogs = new ArrayList<>();
        List<StoreName.TickLog> tickLogs = new ArrayList<>();
        List<StoreName.Snapshot> snapshots = new ArrayList<>();
        List<String> unrecognized = new ArrayList<>();
        for (String folder : List.of(StoreName.LOGS, StoreName.SNAPSHOTS, StoreName.TICKS)) {
            for (String name : store.list(folder)) {
                switch (StoreName.parse(name).orElse(null)) {
                    case StoreName.TokenLog log -> tokenLogs.add(log);
                    case StoreName.TickLog log -> tickLogs.add(log);
                    case StoreName.Snapshot snapshot -> snapshots.add(snapshot);
                    case StoreName.Configuration configuration -> unrecognized.add(configuration.text());
                    case StoreName.Seal seal -> unrecognized.add(seal.text());
                    case null -> unrecognized.add(name);
                }
            }
        }
        return new LogCatalog(tokenLogs, tickLogs, snapshots, unrecognized);
    }

    /** Names of the tokens that have a log, each once. */
    public List<String> tokenNames() {
        return tokenLogs.stream().map(StoreName.TokenLog::tokenName).distinct().toList();
    }

    /**
     * The last tick that the tick logs say was committed (D9); empty when none was. A torn record behind it is passed over, and what
     * says of adapters what no TICK follows.
     */
    public OptionalLong lastCommittedTick(LogStore store) throws StorageException, StorageFormatException {
        for (int i = tickLogs.size() - 1; i >= 0; i--) {
            String name = tickLogs.get(i).text();
            try (LogSegment segment = store.open(name)) {
                long sizeBytes = segment.sizeBytes();
                if (sizeBytes >= LogHeader.HEADER_BYTES + RECORD_BYTES) {
                    OptionalLong last = lastTick(segment, (sizeBytes - LogHeader.HEADER_BYTES) / RECORD_BYTES);
                    if (last.isPresent()) {
                        return last;
                    }
                }
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong lastTick(LogSegment segment, long records)
            throws StorageException, StorageFormatException {
        LogHeader header = LogReader.readHeader(segment);
        for (long sequence = records - 1; sequence >= 0; sequence--) {
            RecordView record = LogReader.readRecord(segment, header.epochDay(), sequence);
            if (record.typeCode() == RecordType.TICK.code()) {
                return OptionalLong.of(record.tick());
            }
        }
        return OptionalLong.empty();
    }
}
