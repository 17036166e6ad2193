package pawl.venue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the venue has done and seen up to a moment.
 *
 * @param streams by name
 * @param framesSent over all sockets, without duplicates
 * @param framesUnheard of streams that no socket was given
 * @param framesSkipped of the source, which no client could be told: of other venues, or no frames at all
 * @param unsentTrades by symbol: the aggregate trades that came up and were given to no socket
 * @param restAnswers by path, then by status; 0 for a request that got no answer
 * @param faults by name in a script; those that have begun
 * @param limitsBroken by limit; how often a client was refused or cut for it
 */
public record VenueReport(
        SortedMap<String, StreamReport> streams,
        List<ConnectionReport> connections,
        long framesSent,
        long framesUnheard,
        long framesSkipped,
        SortedMap<String, List<IdRange>> unsentTrades,
        long connects,
        long subscribes,
        long pings,
        long pongs,
        SortedMap<String, Map<Integer, Long>> restAnswers,
        SortedMap<String, FaultReport> faults,
        SortedMap<String, Long> limitsBroken) {
    public VenueReport {
        streams = sorted(streams);
        connections = List.copyOf(connections);
        unsentTrades = sorted(unsentTrades);
        restAnswers = sorted(restAnswers);
        faults = sorted(faults);
        limitsBroken = sorted(limitsBroken);
    }

    private static <T> SortedMap<String, T> sorted(Map<String, T> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
