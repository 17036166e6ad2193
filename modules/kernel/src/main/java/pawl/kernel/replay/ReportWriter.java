package pawl.kernel.replay;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import pawl.api.event.EventKind;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Token;
import pawl.kernel.contract.ReplayReport;
import pawl.kernel.contract.ReplayReport.TokenReport;
import pawl.kernel.engine.Engine;
import pawl.kernel.engine.EngineCounts;
import pawl.kernel.engine.EnginePlan;
import pawl.storage.LogHeader;
import pawl.storage.StoreDigest;
import pawl.storage.StoreName;

/** Sums up a run that has stopped. */
public final class ReportWriter {
    private static final int RECORD_BYTES = 64;
    private static final List<EventKind> REPORTED = List.of(
            EventKind.TRADE,
            EventKind.BOOK_TICKER,
            EventKind.MARK_PRICE,
            EventKind.LIQUIDATION,
            EventKind.OPEN_INTEREST,
            EventKind.FUNDING);

    private ReportWriter() {}

    /** @param startedNs by {@link System#nanoTime}; the hashing of the store counts towards the run's time */
    public static ReplayReport report(
            AutoConfiguration auto,
            EnginePlan plan,
            Engine engine,
            ReplayProblems problems,
            ReplayRun run,
            LogStore store,
            long startedNs)
            throws StorageException {
        EngineCounts counts = engine.counts();
        StoreDigest digest = StoreDigest.of(store);
        SortedMap<String, TokenReport> tokens = tokens(plan, engine, digest, store);
        double seconds = (System.nanoTime() - startedNs) / 1e9;
        return new ReplayReport(
                counts.frames(),
                new TreeMap<>(counts.ignored()),
                new TreeMap<>(counts.unconfigured()),
                counts.refusedFrames(),
                events(counts),
                counts.offBookTrades(),
                counts.duplicates(),
                counts.late(),
                counts.events(EventKind.GAP),
                counts.outages(),
                counts.conflated(),
                counts.ticks(),
                run.firstTick(),
                counts.ticks() == 0 ? OptionalLong.empty() : OptionalLong.of(engine.lastTick()),
                counts.transitions(),
                tokens,
                problems.countOfKind(),
                auto.added(),
                digest.sha256(),
                seconds,
                counts.frames() / seconds,
                counts.clusterTransitions(),
                counts.phaseTransitions(),
                engine.clusterStates(),
                engine.eventPhases(),
                plan.identity().isSynthetic(),
                engine.adapterHealth());
    }

    private static Map<String, Long> events(EngineCounts counts) {
        Map<String, Long> events = new LinkedHashMap<>();
        REPORTED.forEach(kind -> events.put(kind.name(), counts.events(kind)));
        return events;
    }

    private static SortedMap<String, TokenReport> tokens(
            EnginePlan plan, Engine engine, StoreDigest digest, LogStore store) throws StorageException {
        Map<String, SortedMap<String, String>> hashes = new TreeMap<>();
        Map<String, Long> records = new TreeMap<>();
        for (StoreDigest.FileHash file : digest.files()) {
            if (StoreName.parse(file.name()).orElse(null) instanceof StoreName.TokenLog log) {
                hashes.computeIfAbsent(log.tokenName(), _ -> new TreeMap<>())
                        .put(LocalDate.ofEpochDay(log.epochDay()).toString(), file.sha256());
                records.merge(log.tokenName(), records(store, file.name()), Long::sum);
            }
        }
        SortedMap<String, TokenReport> reports = new TreeMap<>();
        for (Token token : plan.tokens()) {
            String name = token.name();
            reports.put(
                    name,
                    new TokenReport(
                            records.getOrDefault(name, 0L),
                            engine.stateOf(token.index()).name(),
                            hashes.getOrDefault(name, new TreeMap<>())));
        }
        return reports;
    }

    private static long records(LogStore store, String name) throws StorageException {
        try (LogSegment segment = store.open(name)) {
            return (segment.sizeBytes() - LogHeader.HEADER_BYTES) / RECORD_BYTES;
        }
    }
}
