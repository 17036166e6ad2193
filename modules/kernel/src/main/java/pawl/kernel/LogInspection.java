package pawl.kernel;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.LogQuery;
import pawl.kernel.contract.LogRecord;
import pawl.kernel.contract.LogStatistics;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.inspect.DataReading;
import pawl.kernel.inspect.FsmNames;
import pawl.kernel.inspect.LogSelection;
import pawl.kernel.inspect.RecordTexts;
import pawl.storage.LogHeader;
import pawl.storage.LogReader;
import pawl.storage.RecordFields;
import pawl.storage.RecordType;
import pawl.storage.RecordView;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreDigest;

/** Reads logs for people: an engine may be writing them meanwhile. */
public final class LogInspection {
    private LogInspection() {}

    /**
     * Hands over each record that is asked for, log by log in order of name, and in each in order of sequence.
     *
     * @throws PawlException at the first record or header that is not sound, after what lies before it
     */
    public static void cat(LogQuery query, Path plugins, Consumer<LogRecord> each) throws PawlException {
        forEachLog(query, plugins, (store, name, shown) -> {
            try (LogReader reader = LogReader.open(store, name)) {
                RecordFields fields =
                        fields(store, reader, reader.header().identity().configurationSha256());
                while (reader.next()) {
                    RecordView record = reader.record();
                    if (record.type() == RecordType.CONFIGURATION_CHANGE) {
                        fields = fields(store, reader, record.configurationSha256());
                    }
                    if (isAsked(query, record)) {
                        each.accept(new LogRecord(
                                shown,
                                reader.header().tokenName(),
                                record.sequence(),
                                RecordTexts.values(fields.of(record))));
                    }
                }
            }
        });
    }

    /** Under a configuration, which has the names of clusters and events. */
    private static RecordFields fields(LogStore store, LogReader reader, String configurationSha256)
            throws StorageException {
        return new RecordFields(reader.header(), FsmNames.of(store, configurationSha256));
    }

    private static boolean isAsked(LogQuery query, RecordView record) {
        return (query.types().isEmpty() || query.types().contains(record.type().name()))
                && (query.fromTick().isEmpty()
                        || record.tick() >= query.fromTick().getAsLong())
                && (query.toTick().isEmpty() || record.tick() <= query.toTick().getAsLong());
    }

    /** What each log holds; damage is stated, not thrown. */
    public static List<LogStatistics> statistics(LogQuery query, Path plugins) throws PawlException {
        List<LogStatistics> all = new ArrayList<>();
        forEachLog(query, plugins, (store, name, shown) -> all.add(statistics(store, name, shown)));
        return all;
    }

    private static LogStatistics statistics(LogStore store, String name, String shown) throws StorageException {
        SortedMap<String, Long> byType = new TreeMap<>();
        OptionalLong firstTick = OptionalLong.empty();
        OptionalLong lastTick = OptionalLong.empty();
        long records = 0;
        long unknownRecords = 0;
        Optional<LogHeader> header = Optional.empty();
        Optional<String> damage = Optional.empty();
        try (LogReader reader = LogReader.open(store, name)) {
            header = Optional.of(reader.header());
            while (reader.next()) {
                RecordView record = reader.record();
                byType.merge(record.type().name(), 1L, Long::sum);
                firstTick = firstTick.isEmpty() ? OptionalLong.of(record.tick()) : firstTick;
                lastTick = OptionalLong.of(record.tick());
                records++;
            }
            unknownRecords = reader.unknownRecords();
        } catch (StorageFormatException e) {
            damage = Optional.of(String.valueOf(e.getMessage()));
        }
        return new LogStatistics(
                shown,
                header.map(LogHeader::tokenName).orElse(""),
                header.map(of -> LocalDate.ofEpochDay(of.epochDay())).orElse(LocalDate.EPOCH),
                header.map(of -> of.version().text()).orElse(""),
                header.map(of -> of.identity().isSynthetic()).orElse(false),
                header.map(of -> of.identity().configurationSha256()).orElse(""),
                header.map(LogInspection::plugins).orElse(List.of()),
                records,
                byType,
                unknownRecords,
                firstTick,
                lastTick,
                sha256(store, name, damage),
                damage);
    }

    /** Empty where a compressed log is so damaged that there are no bytes to be hashed. */
    private static String sha256(LogStore store, String name, Optional<String> damage) throws StorageException {
        try {
            return StoreDigest.sha256(store, name);
        } catch (StorageException e) {
            if (damage.isPresent()) {
                return "";
            }
            throw e;
        }
    }

    private static List<String> plugins(LogHeader header) {
        return header.identity().plugins().stream()
                .map(plugin -> plugin.kind().name().toLowerCase(Locale.ROOT) + " " + plugin.id() + " "
                        + plugin.version() + " " + plugin.sha256())
                .toList();
    }

    /** What is done with one log. */
    private interface LogAction {
        void on(LogStore store, String name, String shown) throws StorageException, StorageFormatException;
    }

    private static void forEachLog(LogQuery query, Path plugins, LogAction action) throws PawlException {
        boolean isAny = false;
        for (Path path : query.paths()) {
            LogSelection selection = LogSelection.of(path);
            try (LogStore store = DataReading.open(selection.root(), plugins)) {
                for (String name : selection.names(store, query)) {
                    isAny = true;
                    action.on(store, name, selection.root().resolve(name).toString());
                }
            } catch (StorageException e) {
                throw new PawlException(Kind.USAGE, e);
            } catch (StorageFormatException e) {
                throw new PawlException(Kind.BAD_DATA, selection.root() + ": " + e.getMessage(), e);
            }
        }
        if (!isAny) {
            throw new PawlException(Kind.USAGE, "no log in " + query.paths() + " is of that token and day");
        }
    }
}
