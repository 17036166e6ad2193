package pawl.api.exchange;

import java.net.URI;
import java.util.List;

/**
 * What a venue is to be asked for some instruments. Streams are numbered through the groups and then the polls, from 0, in the order
 * of the lists.
 *
 * @param socketBase {@code wss} and a host; a user may name another, for example a venue of his own
 * @param restBase {@code https} and a host, likewise
 */
public record FeedPlan(URI socketBase, URI restBase, List<SocketGroup> groups, List<Poll> polls, FeedLimits limits) {
    public FeedPlan {
        groups = List.copyOf(groups);
        polls = List.copyOf(polls);
    }

    /**
     * Streams that the venue serves at one path.
     *
     * @param name for reports and as part of the name of the feed, for example {@code market}
     * @param path behind the base, from its slash on
     * @param mostStreamsPerSocket above which they are spread over several
     */
    public record SocketGroup(String name, String path, List<FeedStream> streams, int mostStreamsPerSocket) {
        public SocketGroup {
            streams = List.copyOf(streams);
        }
    }

    /**
     * A resource asked for again and again.
     *
     * @param path behind the base, from its slash on, with its query
     * @param everyMs the period
     * @param weight what a request costs of the venue's allowance
     */
    public record Poll(FeedStream stream, String path, long everyMs, int weight) {}
}
