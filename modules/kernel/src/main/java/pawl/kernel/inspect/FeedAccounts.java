package pawl.kernel.inspect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pawl.api.event.EventKind;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.config.ConfigurationException;
import pawl.config.ConfigurationReader;
import pawl.config.VenueConfiguration;
import pawl.kernel.contract.FeedReport;
import pawl.storage.ConfigurationFiles;
import pawl.storage.LogCatalog;
import pawl.storage.LogReader;
import pawl.storage.RecordType;
import pawl.storage.RecordView;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/** Reads a data folder's logs from their first day on, and says of each day how well the venues were heard. */
public final class FeedAccounts {
    private record Key(int venueIndex, String token, EventKind kind) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byVenue = Integer.compare(venueIndex, other.venueIndex);
            if (byVenue != 0) {
                return byVenue;
            }
            int byToken = token.compareTo(other.token);
            return byToken != 0 ? byToken : kind.compareTo(other.kind);
        }
    }

    private final LogStore store;
    private final TreeMap<Key, StreamAccount> accounts = new TreeMap<>();
    private List<String> venues = List.of();
    private List<Long> clockStepsMs = new ArrayList<>();
    private long backPressureMs;
    private long outages;
    private boolean isSynthetic;
    private long lastTick;

    public FeedAccounts(LogStore store) {
        this.store = store;
    }

    /** @param day the only day wanted; without it all days, in order */
    public List<FeedReport> reports(Optional<LocalDate> day) throws StorageException, StorageFormatException {
        TreeMap<Long, List<StoreName.TokenLog>> logsOfDay = new TreeMap<>();
        for (StoreName.TokenLog log : LogCatalog.of(store).tokenLogs()) {
            logsOfDay
                    .computeIfAbsent(log.epochDay(), ignored -> new ArrayList<>())
                    .add(log);
        }
        List<FeedReport> reports = new ArrayList<>();
        for (var entry : logsOfDay.entrySet()) {
            beginDay(entry.getKey());
            for (StoreName.TokenLog log : entry.getValue()) {
                read(log);
            }
            lastTick = Math.max(lastTick, lastTickOf(new StoreName.TickLog(entry.getKey())));
            LocalDate date = LocalDate.ofEpochDay(entry.getKey());
            FeedReport report = report(date);
            if (day.isEmpty() || day.get().equals(date)) {
                reports.add(report);
            }
        }
        return reports;
    }

    private void beginDay(long epochDay) {
        accounts.values().forEach(account -> account.beginDay(epochDay));
        clockStepsMs = new ArrayList<>();
        backPressureMs = 0;
        outages = 0;
        lastTick = 0;
    }

    private void read(StoreName.TokenLog log) throws StorageException, StorageFormatException {
        Map<Integer, List<Long>> stepsOfVenue = new HashMap<>();
        Map<Integer, Long> heldMsOfVenue = new HashMap<>();
        long missing = 0;
        try (LogReader reader = LogReader.open(store, log.text())) {
            isSynthetic = reader.header().identity().isSynthetic();
            venues = venues(reader.header().identity().configurationSha256());
            while (reader.next()) {
                RecordView record = reader.record();
                lastTick = Math.max(lastTick, record.tick());
                if (record.type() == RecordType.CLOCK_STEP) {
                    stepsOfVenue
                            .computeIfAbsent(record.venueIndex(), venue -> new ArrayList<>())
                            .add(record.payload(2));
                } else if (record.type() == RecordType.BACK_PRESSURE) {
                    heldMsOfVenue.merge(record.venueIndex(), record.payload(2), Long::sum);
                } else if (record.type() == RecordType.OUTAGE) {
                    missing++;
                    outage(log.tokenName(), record.firstMissingTick(), record.tick());
                } else {
                    take(log.tokenName(), record);
                }
            }
        }
        // These stand in the log of every token, once for each of its venues; whichever has most of them has all.
        for (List<Long> steps : stepsOfVenue.values()) {
            clockStepsMs = steps.size() > clockStepsMs.size() ? steps : clockStepsMs;
        }
        for (long heldMs : heldMsOfVenue.values()) {
            backPressureMs = Math.max(backPressureMs, heldMs);
        }
        outages = Math.max(outages, missing);
    }

    private void outage(String token, long firstMissingTick, long resumedTick) {
        accounts.forEach((key, account) -> {
            if (key.token().equals(token)) {
                account.outage(firstMissingTick, resumedTick);
            }
        });
    }

    /** Silent to its end, a day has ticks after its last event. */
    private long lastTickOf(StoreName.TickLog log) throws StorageException, StorageFormatException {
        long last = 0;
        if (store.exists(log.text())) {
            try (LogReader reader = LogReader.open(store, log.text())) {
                while (reader.next()) {
                    last = reader.record().tick();
                }
            }
        }
        return last;
    }

    private void take(String token, RecordView record) {
        if (!record.type().isEvent()) {
            return;
        }
        EventKind kind = EventKind.ofCode(record.type().code());
        switch (kind) {
            case FEED_STATE -> account(token, record, streamOf(record)).state(record);
            case FEED_COUNT -> account(token, record, streamOf(record)).count(record);
            case GAP -> account(token, record, EventKind.TRADE).gap(record);
            case TRADE, LIQUIDATION, BOOK_TICKER, MARK_PRICE, FUNDING, OPEN_INTEREST ->
                account(token, record, kind).event(record);
            case CLOCK_STEP, BACK_PRESSURE, ADAPTER_CHANGE -> {
                // Told of the whole venue, and taken before.
            }
        }
    }

    private static EventKind streamOf(RecordView record) {
        return EventKind.ofCode((int) record.payload(2));
    }

    private StreamAccount account(String token, RecordView record, EventKind kind) {
        return accounts.computeIfAbsent(new Key(record.venueIndex(), token, kind), key -> new StreamAccount(kind));
    }

    private FeedReport report(LocalDate day) {
        List<FeedReport.Stream> streams = new ArrayList<>();
        accounts.forEach((key, account) -> streams.add(account.report(venue(key.venueIndex()), key.token(), lastTick)));
        return new FeedReport(day, streams, clockStepsMs, backPressureMs, outages, isSynthetic);
    }

    private String venue(int index) {
        return index < venues.size() ? venues.get(index) : "venue " + index;
    }

    private List<String> venues(String configurationSha256) throws StorageException, StorageFormatException {
        try {
            byte[] json = ConfigurationFiles.read(store, configurationSha256);
            return ConfigurationReader.read("configuration/" + configurationSha256 + ".json", json).venues().stream()
                    .map(VenueConfiguration::name)
                    .toList();
        } catch (ConfigurationException e) {
            throw new StorageFormatException(
                    StorageFormatException.Kind.CORRUPT,
                    "configuration/" + configurationSha256 + ".json",
                    0,
                    "it cannot be read: " + e.getMessage(),
                    "restore the file from a copy");
        }
    }
}
