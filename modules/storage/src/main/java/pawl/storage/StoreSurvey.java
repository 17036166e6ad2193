package pawl.storage;

import static pawl.storage.LogHeader.HEADER_BYTES;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.storage.StorageFormatException.Kind;

/**
 * Finds the last tick that all tokens committed, and what is beyond it (D9), without changing anything. What came before the oldest
 * snapshots that the logs bear out is not read: {@code pawl verify} reads it.
 */
public final class StoreSurvey {
    private final LogStore store;
    private final List<String> tokenNames;
    private final boolean cutsDamage;
    private final LogCatalog catalog;
    private final SnapshotSets snapshots;
    private final TailCheck tails;
    private final List<SetAside> asides = new ArrayList<>();

    /**
     * @param tokenNames of the configuration that the logs name; of others nothing is asked
     * @param cutsDamage whether what no crash leaves is set aside, too, with all that came after it
     */
    public StoreSurvey(LogStore store, List<String> tokenNames, boolean cutsDamage) throws StorageException {
        this.store = store;
        this.tokenNames = List.copyOf(tokenNames);
        this.cutsDamage = cutsDamage;
        catalog = LogCatalog.of(store);
        snapshots = new SnapshotSets(store, catalog, tokenNames);
        tails = new TailCheck(store);
    }

    /** @throws StorageFormatException with {@link Kind#CORRUPT} where bytes are damaged as no crash damages them */
    public RecoveryPlan plan() throws StorageException, StorageFormatException {
        OptionalLong committed = OptionalLong.empty();
        Optional<DayWalk.Start> from = oldestStart();
        long firstDay =
                from.map(start -> Ticks.epochDay(start.tick().orElseThrow())).orElse(Long.MIN_VALUE);
        for (StoreName.TickLog day : catalog.tickLogs()) {
            if (day.epochDay() < firstDay) {
                continue;
            }
            DayWalk.Start start =
                    day.epochDay() == firstDay ? from.orElseThrow() : DayWalk.Start.ofDay(tokenNames.size());
            OptionalLong last = walk(day.epochDay(), start);
            committed = last.isPresent() ? last : committed;
            if (last.isEmpty() || !asides.isEmpty()) {
                break; // What is of later days comes after what is missing here.
            }
        }
        setAsideLaterDays(committed);
        for (SetAside aside : snapshots.beyond(committed)) {
            asides.add(aside);
        }
        OptionalLong start = committed.isEmpty() ? committed : snapshots.newestThrough(committed.getAsLong());
        requireBelievable(committed, start);
        asides.sort(Comparator.comparing(SetAside::name));
        return new RecoveryPlan(committed, start, committed.equals(start), asides, catalog.unrecognized());
    }

    private OptionalLong walk(long epochDay, DayWalk.Start start) throws StorageException, StorageFormatException {
        String tickLog = new StoreName.TickLog(epochDay).text();
        if (!isOpenable(tickLog)) {
            return OptionalLong.empty();
        }
        try (DayWalk walk = new DayWalk(store, epochDay, tokenNames, start)) {
            walk.walk();
            if (walk.committedTick().isPresent()) {
                setAsideTail(tickLog, epochDay, walk.keptTicks());
                for (int token = 0; token < tokenNames.size(); token++) {
                    String name = new StoreName.TokenLog(tokenNames.get(token), epochDay).text();
                    setAsideTail(name, epochDay, walk.keptRecords(token));
                }
            }
            return walk.committedTick();
        }
    }

    /** A tick log whose header did not come to be commits nothing; one that was damaged is told of. */
    private boolean isOpenable(String tickLog) throws StorageException, StorageFormatException {
        try (LogReader reader = LogReader.open(store, tickLog)) {
            return reader.header().kind() == LogKind.TICK;
        } catch (StorageFormatException e) {
            if (e.kind() == Kind.TOO_NEW || e.kind() == Kind.TOO_OLD) {
                throw e;
            }
            return false;
        }
    }

    /**
     * Behind the oldest snapshots that the logs bear out, since a loss of power can take what came before the newest; empty where only the
     * first tick is a start.
     */
    private Optional<DayWalk.Start> oldestStart() throws StorageException, StorageFormatException {
        for (long tick : snapshots.completeTicks().reversed()) {
            StoreName.TickLog day = new StoreName.TickLog(Ticks.epochDay(tick));
            if (catalog.tickLogs().contains(day)) {
                Optional<DayWalk.Start> start = snapshots.start(tick, day.text());
                if (start.isPresent()) {
                    return start;
                }
            }
        }
        return Optional.empty();
    }

    private void setAsideTail(String name, long epochDay, long keptRecords)
            throws StorageException, StorageFormatException {
        if (!store.exists(name)) {
            return;
        }
        long keptBytes = keptRecords == 0 ? 0 : RecordLayout.offset(keptRecords);
        long size = size(name);
        if (size > keptBytes || keptRecords == 0) {
            TailCheck.Finding finding = tails.of(name, epochDay, keptRecords);
            if (finding.damage().isPresent() && !cutsDamage) {
                throw finding.damage().get();
            }
            String text =
                    finding.damage().map(StorageFormatException::getMessage).orElse(finding.text());
            asides.add(new SetAside(name, keptBytes, size - keptBytes, text));
        }
    }

    private long size(String name) throws StorageException {
        try (LogSegment segment = store.open(name)) {
            return segment.sizeBytes();
        }
    }

    private void setAsideLaterDays(OptionalLong committed) throws StorageException, StorageFormatException {
        long lastDay = committed.isPresent() ? Ticks.epochDay(committed.getAsLong()) : -1;
        Set<String> known = new TreeSet<>(tokenNames);
        for (StoreName.TokenLog log : catalog.tokenLogs()) {
            if (log.epochDay() > lastDay && (known.isEmpty() || known.contains(log.tokenName()))) {
                setAsideDay(log.text(), log.epochDay());
            }
        }
        for (StoreName.TickLog log : catalog.tickLogs()) {
            if (log.epochDay() > lastDay) {
                setAsideDay(log.text(), log.epochDay());
            }
        }
    }

    private void setAsideDay(String name, long epochDay) throws StorageException, StorageFormatException {
        TailCheck.Finding finding = tails.of(name, epochDay, 0);
        if (finding.damage().isPresent() && !cutsDamage) {
            throw finding.damage().get();
        }
        asides.add(new SetAside(name, 0, size(name), "of a day without a committed tick: " + finding.text()));
    }

    /**
     * No crash takes back more than one interval between snapshots, since the newest two of the schedule are kept: where the logs end before
     * all of those, something else did it.
     */
    private void requireBelievable(OptionalLong committed, OptionalLong start) throws StorageFormatException {
        if (cutsDamage || start.isPresent() || snapshots.completeTicks().size() < 2) {
            return;
        }
        long newest = snapshots.completeTicks().getFirst();
        throw new StorageFormatException(
                Kind.CORRUPT,
                StoreName.TICKS,
                HEADER_BYTES,
                "the logs bear out "
                        + (committed.isPresent() ? "tick " + committed.getAsLong() + " as the last" : "no tick at all")
                        + ", and there are sound snapshots of ticks up to " + newest
                        + ": a log was cut, exchanged or removed after it was written",
                "restore the logs from a copy, or let \"pawl repair\" cut all of them back");
    }
}
