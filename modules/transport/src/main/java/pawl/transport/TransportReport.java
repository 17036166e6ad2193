package pawl.transport;

import java.util.List;
import java.util.Map;

/**
 * What the transport has done since its start. All counts grow only.
 *
 * @param pausedMs how long nothing was read because the sink had no room
 */
public record TransportReport(List<Venue> venues, long pausedMs) {
    public TransportReport {
        venues = List.copyOf(venues);
    }

    /**
     * One venue.
     *
     * @param usedWeight of HTTP requests in the minute that ends now
     * @param bans how often the venue told this address to stop
     */
    public record Venue(
            String name, int usedWeight, long bans, List<Socket> sockets, List<Stream> streams, List<Poll> polls) {
        public Venue {
            sockets = List.copyOf(sockets);
            streams = List.copyOf(streams);
            polls = List.copyOf(polls);
        }
    }

    /**
     * One socket plan, over all the connections that have served it.
     *
     * @param frames handed over
     * @param connects attempts that ended in an open socket
     * @param breaks by cause, failed attempts included, planned takeovers not
     * @param takeovers in which no stream was without a socket
     * @param stalls that were found by the watch on data
     * @param overlapFrames heard on the old socket when the new one had already delivered their stream: most likely duplicates
     * @param longestSilenceMs between two frames of data, back-pressure not counted
     */
    public record Socket(
            String name,
            boolean open,
            long frames,
            long bytes,
            long connects,
            Map<BreakCause, Long> breaks,
            long takeovers,
            long stalls,
            long overlapFrames,
            long longestSilenceMs) {
        public Socket {
            breaks = Map.copyOf(breaks);
        }
    }

    /**
     * One stream of a socket.
     *
     * @param reason of its state, the newest one
     * @param lastArrivalNs since the epoch; 0 when there was none
     */
    public record Stream(
            String socket, int number, String name, FeedState state, String reason, long frames, long lastArrivalNs) {}

    /**
     * One poll.
     *
     * @param requests sent
     * @param failures by HTTP status; 0 stands for those without one, and 200 for a body that is no data
     * @param late times of the schedule that were passed over
     */
    public record Poll(
            int number,
            String name,
            FeedState state,
            String reason,
            long requests,
            Map<Integer, Long> failures,
            long late,
            long lastArrivalNs) {
        public Poll {
            failures = Map.copyOf(failures);
        }
    }
}
