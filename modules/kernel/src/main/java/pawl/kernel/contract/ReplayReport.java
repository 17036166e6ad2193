package pawl.kernel.contract;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * What a replay did. Counts are of this run; tokens, hashes and digest are of everything in the data folder.
 *
 * @param frames read from the captures, those before a resumed tick excepted
 * @param ignored messages that the engine has no use for, by kind or reason
 * @param unconfigured messages about symbols that no token has, by symbol
 * @param refused frames that the venue's adapter could not understand
 * @param events flushed and logged, by the kind's name; every kind but GAP is there
 * @param offBook of the trades, those made off the book
 * @param duplicates trades dropped because their fills had been flushed
 * @param late events kept and marked late
 * @param gaps holes in a venue's trade ids, each logged
 * @param outages stretches without any frame, each logged as one gap
 * @param conflated quotes dropped for a later one of their tick, where the configuration says so
 * @param ticks run
 * @param firstTick run; none where no tick was
 * @param tokenTransitions steps that token machines made
 * @param problems of the captures, by kind: lines that could not be read and the like
 * @param digest SHA-256 over the sorted list of (SHA-256, file name) of every log and snapshot, in hex
 * @param clusterTransitions steps that clusters made, each counted once
 * @param phaseTransitions steps that events made, each counted once
 * @param clusters state of each at the end
 * @param phases phase of each event at the end; NOT_BEGUN before the first
 * @param isSynthetic whether a market model made the frames
 * @param seconds the whole run took, reading included, hashing included
 */
public record ReplayReport(
        long frames,
        SortedMap<String, Long> ignored,
        SortedMap<String, Long> unconfigured,
        long refused,
        Map<String, Long> events,
        long offBook,
        long duplicates,
        long late,
        long gaps,
        long outages,
        long conflated,
        long ticks,
        OptionalLong firstTick,
        OptionalLong lastTick,
        long tokenTransitions,
        SortedMap<String, TokenReport> tokens,
        SortedMap<String, Long> problems,
        List<String> autoConfigured,
        String digest,
        double seconds,
        double framesPerSecond,
        long clusterTransitions,
        long phaseTransitions,
        SortedMap<String, String> clusters,
        SortedMap<String, String> phases,
        boolean isSynthetic,
        AdapterHealth adapters) {

    /**
     * One token's part.
     *
     * @param records in all its logs
     * @param state at the end
     * @param sha256 of each day's log, by day, in hex
     */
    public record TokenReport(long records, String state, SortedMap<String, String> sha256) {}
}
