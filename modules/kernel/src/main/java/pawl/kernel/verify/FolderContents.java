package pawl.kernel.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import pawl.api.token.Ticks;
import pawl.kernel.archive.CompressedDays;
import pawl.storage.StoreName;

/** What the names in a data folder say that it holds. Every one is accounted for: an engine's, told of, or foreign. */
final class FolderContents {
    /** Made while an engine runs, or by commands that move things away; not part of what an engine says. */
    private static final Set<String> TOLD_FILES = Set.of("lock", "replacement", "control");

    private static final Set<String> TOLD_FOLDERS = Set.of("aside", "archive");

    /** The files of one UTC day. */
    static final class Day {
        private boolean hasTicks;
        private final List<StoreName.TokenLog> logs = new ArrayList<>();

        boolean hasTicks() {
            return hasTicks;
        }

        /** In order of their names in the store. */
        List<StoreName.TokenLog> logs() {
            return logs;
        }
    }

    private final SortedMap<Long, Day> days = new TreeMap<>();
    private final List<StoreName.Snapshot> snapshots = new ArrayList<>();
    private final Set<String> configurations = new TreeSet<>();
    private final List<StoreName.Seal> seals = new ArrayList<>();
    private long files;
    private long bytes;

    private final OptionalLong onlyDay;

    private FolderContents(OptionalLong onlyDay) {
        this.onlyDay = onlyDay;
    }

    /**
     * Says of the folder's files what each is; those that are nothing to an engine are findings.
     *
     * @param onlyDay the epoch day whose files are judged; empty for all
     */
    static FolderContents of(FolderListing listing, Findings findings, OptionalLong onlyDay) {
        FolderContents contents = new FolderContents(onlyDay);
        Map<String, Integer> told = new LinkedHashMap<>();
        for (FolderListing.Entry entry : listing.entries()) {
            String top = entry.name().split("/", 2)[0];
            if (TOLD_FILES.contains(entry.name())) {
                findings.tell(entry.name() + " is the engine's own and takes no part");
            } else if (TOLD_FOLDERS.contains(top)) {
                told.merge(top, 1, Integer::sum);
            } else {
                contents.add(entry, findings);
            }
        }
        told.forEach((folder, count) ->
                findings.tell(folder + "/ has " + count + " files that were moved away; they were not looked at"));
        return contents;
    }

    private void add(FolderListing.Entry entry, Findings findings) {
        if (!entry.isRegularFile()) {
            findings.damage(
                    entry.name(),
                    0,
                    "it is a link or something else that is no file: put the file itself there, from a copy");
            return;
        }
        Optional<StoreName> name = StoreName.parse(CompressedDays.plain(entry.name()));
        OptionalLong day = name.map(FolderContents::dayOf).orElse(OptionalLong.empty());
        boolean isJudged = onlyDay.isEmpty() || day.isEmpty() || day.equals(onlyDay);
        files += isJudged ? 1 : 0;
        bytes += isJudged ? entry.sizeBytes() : 0;
        switch (name.orElse(null)) {
            case StoreName.TokenLog log -> day(log.epochDay()).logs.add(log);
            case StoreName.TickLog log -> day(log.epochDay()).hasTicks = true;
            case StoreName.Snapshot snapshot when isJudged -> snapshots.add(snapshot);
            case StoreName.Snapshot _ -> {
                // Of another day, which was not asked for.
            }
            case StoreName.Configuration configuration -> configurations.add(configuration.sha256());
            case StoreName.Seal seal -> seals.add(seal);
            case null ->
                findings.damage(
                        entry.name(), 0, "it is foreign: no engine gives a file this name; move it out of the folder");
        }
    }

    private static OptionalLong dayOf(StoreName name) {
        return switch (name) {
            case StoreName.TokenLog log -> OptionalLong.of(log.epochDay());
            case StoreName.TickLog log -> OptionalLong.of(log.epochDay());
            case StoreName.Snapshot snapshot -> OptionalLong.of(Ticks.epochDay(snapshot.tick()));
            case StoreName.Seal seal -> OptionalLong.of(seal.epochDay());
            case StoreName.Configuration _ -> OptionalLong.empty();
        };
    }

    /** Whether its files are judged. */
    boolean isJudged(long epochDay) {
        return onlyDay.isEmpty() || onlyDay.getAsLong() == epochDay;
    }

    private Day day(long epochDay) {
        return days.computeIfAbsent(epochDay, _ -> new Day());
    }

    /** All of them by epoch day, rising, whichever are judged. */
    SortedMap<Long, Day> days() {
        return days;
    }

    List<StoreName.Snapshot> snapshots() {
        return snapshots;
    }

    /** Of all tokens of which something is here. */
    Set<String> tokenNames() {
        Set<String> names = new TreeSet<>();
        days.values().forEach(day -> day.logs.forEach(log -> names.add(log.tokenName())));
        snapshots.forEach(snapshot -> names.add(snapshot.tokenName()));
        return names;
    }

    /** Hashes of those that are kept. */
    Set<String> configurations() {
        return configurations;
    }

    /** In order of their names. */
    List<StoreName.Seal> seals() {
        return seals;
    }

    /** That are judged. */
    long files() {
        return files;
    }

    long bytes() {
        return bytes;
    }
}
