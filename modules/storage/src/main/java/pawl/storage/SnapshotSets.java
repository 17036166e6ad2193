package pawl.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;

/** The snapshots of a store by tick: from one a run can go on where every token has a sound one of it. */
final class SnapshotSets {
    private static final long[] NO_WORDS = {};

    private final LogStore store;
    private final List<String> tokenNames;
    private final TreeMap<Long, TreeMap<String, SnapshotHeader>> sound = new TreeMap<>(Collections.reverseOrder());
    private final List<SetAside> damaged = new ArrayList<>();
    private final List<StoreName.Snapshot> all;

    SnapshotSets(LogStore store, LogCatalog catalog, List<String> tokenNames) throws StorageException {
        this.store = store;
        this.tokenNames = List.copyOf(tokenNames);
        all = catalog.snapshots();
        SnapshotStore reading = SnapshotStore.forReading(store);
        for (StoreName.Snapshot snapshot : all) {
            read(reading, snapshot);
        }
    }

    private void read(SnapshotStore reading, StoreName.Snapshot snapshot) throws StorageException {
        try {
            SnapshotHeader header = reading.inspect(snapshot.tokenName(), snapshot.tick(), NO_WORDS);
            if (header.tick() != snapshot.tick() || !header.tokenName().equals(snapshot.tokenName())) {
                damaged.add(
                        aside(snapshot, "its header is of token " + header.tokenName() + " and tick " + header.tick()));
                return;
            }
            sound.computeIfAbsent(snapshot.tick(), tick -> new TreeMap<>()).put(snapshot.tokenName(), header);
        } catch (StorageFormatException e) {
            damaged.add(aside(snapshot, String.valueOf(e.getMessage())));
        }
    }

    private SetAside aside(StoreName.Snapshot snapshot, String reason) throws StorageException {
        try (var segment = store.open(snapshot.text())) {
            return new SetAside(snapshot.text(), 0, segment.sizeBytes(), reason);
        }
    }

    /** The ticks of which every token has a sound snapshot, the newest first. */
    List<Long> completeTicks() {
        return sound.entrySet().stream()
                .filter(entry -> entry.getValue().keySet().containsAll(tokenNames) && !tokenNames.isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Damaged ones, and those of ticks after the one committed last. */
    List<SetAside> beyond(OptionalLong committed) throws StorageException {
        List<SetAside> asides = new ArrayList<>(damaged);
        TreeSet<String> names = new TreeSet<>();
        damaged.forEach(aside -> names.add(aside.name()));
        for (StoreName.Snapshot snapshot : all) {
            boolean isLater = committed.isEmpty() || snapshot.tick() > committed.getAsLong();
            if (isLater && names.add(snapshot.text())) {
                asides.add(aside(snapshot, "of a tick that was not committed"));
            }
        }
        return asides;
    }

    /** The newest complete set of a tick up to that one. */
    OptionalLong newestThrough(long tick) {
        return completeTicks().stream()
                .filter(complete -> complete <= tick)
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Where a walk can begin behind a complete set; empty where the day's logs do not bear it out. */
    Optional<DayWalk.Start> start(long tick, String tickLog) throws StorageException, StorageFormatException {
        List<Long> records = new ArrayList<>();
        for (String tokenName : tokenNames) {
            SnapshotHeader header = Objects.requireNonNull(sound.get(tick)).get(tokenName);
            if (header == null) {
                return Optional.empty();
            }
            records.add(header.logRecords());
            String name = new StoreName.TokenLog(header.tokenName(), Ticks.epochDay(tick)).text();
            if (!endsWith(name, header.logRecords(), tick)) {
                return Optional.empty();
            }
        }
        try (LogReader reader = LogReader.open(store, tickLog)) {
            long through = reader.recordsThrough(tick);
            reader.seek(through - 1);
            if (through == 0
                    || !reader.next()
                    || reader.record().tick() != tick
                    || reader.record().type() != RecordType.TICK) {
                return Optional.empty();
            }
            return Optional.of(new DayWalk.Start(
                    OptionalLong.of(tick), records, through, reader.record().runningHash()));
        } catch (StorageFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether so many records of the log are of that tick or earlier, to judge by the last of them. */
    private boolean endsWith(String name, long records, long tick) throws StorageException {
        if (records == 0) {
            return true;
        }
        if (!store.exists(name)) {
            return false;
        }
        try (LogReader reader = LogReader.open(store, name)) {
            reader.seek(records - 1);
            return reader.next() && reader.record().tick() <= tick;
        } catch (StorageFormatException e) {
            return false;
        }
    }
}
