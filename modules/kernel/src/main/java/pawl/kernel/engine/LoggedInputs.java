package pawl.kernel.engine;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pawl.api.event.EventBatch;
import pawl.api.event.EventKind;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.storage.LogReader;
import pawl.storage.RecordView;
import pawl.storage.StorageFormatException;

/** What one token's log of one day says that came in: events, outages, and changes of the configuration. */
final class LoggedInputs implements AutoCloseable {
    private final Optional<LogReader> reader;
    private final EventBatch event = new EventBatch();
    private final String name;
    private final Map<Integer, Long> streamStates = new TreeMap<>();
    private boolean hasRecord;
    private boolean hasOutage;
    private long firstMissingTick;
    private long lastMissingTick;
    private Optional<String> changedConfiguration = Optional.empty();

    /**
     * @param name of the log; a token without a record that day has none
     * @param firstRecord where to begin
     */
    LoggedInputs(LogStore store, String name, long firstRecord) throws StorageException, StorageFormatException {
        this.name = name;
        reader = store.exists(name) ? Optional.of(LogReader.open(store, name)) : Optional.empty();
        reader.ifPresent(opened -> opened.seek(firstRecord));
        hasRecord = reader.isPresent() && reader.get().next();
    }

    /** Adds the tick's events to the batch, and takes up what else came in; records of decisions are passed over. */
    void read(long tick, EventBatch arrived) throws StorageException, StorageFormatException {
        hasOutage = false;
        changedConfiguration = Optional.empty();
        streamStates.clear();
        while (hasRecord && reader.orElseThrow().record().tick() <= tick) {
            take(reader.orElseThrow().record(), arrived);
            hasRecord = reader.orElseThrow().next();
        }
    }

    private void take(RecordView record, EventBatch arrived) {
        switch (record.type()) {
            case OUTAGE -> {
                hasOutage = true;
                firstMissingTick = record.firstMissingTick();
                lastMissingTick = record.lastMissingTick();
            }
            case CONFIGURATION_CHANGE -> changedConfiguration = Optional.of(record.configurationSha256());
            case TRADE,
                    BOOK_TICKER,
                    MARK_PRICE,
                    LIQUIDATION,
                    OPEN_INTEREST,
                    FUNDING,
                    GAP,
                    FEED_STATE,
                    CLOCK_STEP,
                    FEED_COUNT,
                    BACK_PRESSURE,
                    ADAPTER_CHANGE -> {
                event.clear();
                record.addTo(event);
                // Queues find gaps again, from the ids of the trades.
                if (event.kind(0) != EventKind.GAP) {
                    arrived.addFrom(event, 0);
                }
            }
            case STREAM_STATES -> streamStates.put(record.venueIndex(), record.streamStates());
            case TRANSITION, TIER_CHANGE, CLUSTER_TRANSITION, CLUSTER_SHARES, EVENT_PHASE, TICK, ADAPTER_STATE -> {
                // Decisions, which the machines are to make again.
            }
        }
    }

    /** Says what no event of the tick does of the token's streams. */
    void giveStreams(TokenStreams streams) throws StorageFormatException {
        for (Map.Entry<Integer, Long> each : streamStates.entrySet()) {
            if (!streams.give(each.getKey(), each.getValue())) {
                throw new StorageFormatException(
                        StorageFormatException.Kind.CORRUPT,
                        name,
                        0,
                        "a record tells of streams of venue " + each.getKey() + ", which is not configured",
                        "restore the file from a copy");
            }
        }
    }

    boolean hasOutage() {
        return hasOutage;
    }

    long firstMissingTick() {
        return firstMissingTick;
    }

    long lastMissingTick() {
        return lastMissingTick;
    }

    Optional<String> changedConfiguration() {
        return changedConfiguration;
    }

    @Override
    public void close() throws StorageException {
        if (reader.isPresent()) {
            reader.get().close();
        }
    }
}
