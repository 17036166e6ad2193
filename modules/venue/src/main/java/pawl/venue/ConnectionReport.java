package pawl.venue;

import java.util.Map;

/**
 * One WebSocket.
 *
 * @param id in order of the connects, from 1
 * @param path with the query that it was opened with
 * @param framesByStream by the name that it was subscribed by, without duplicates
 * @param end how it ended; empty while it is open
 */
public record ConnectionReport(
        int id, String path, Map<String, Long> framesByStream, long duplicates, long bytes, String end) {
    public ConnectionReport {
        framesByStream = Map.copyOf(framesByStream);
    }
}
