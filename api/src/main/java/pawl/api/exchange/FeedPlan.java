package pawl.api.exchange;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a venue is to be asked for some instruments. Streams are numbered through the groups and then the polls, from 0, in the order
 * of the lists.
 *
 * @param socketBase {@code wss} and a host, nothing behind; a user may name another, for example a venue of his own
 * @param restBase {@code https} and a host, likewise
 * @param groups no two of one name
 * @param polls together within {@link FeedLimits#weightPerMinute}
 */
public record FeedPlan(URI socketBase, URI restBase, List<SocketGroup> groups, List<Poll> polls, FeedLimits limits) {
    private static final double MINUTE_MS = 60_000;

    /** @throws IllegalArgumentException when a base, a name, a stream or the polls' weight is not as said */
    public FeedPlan {
        groups = List.copyOf(groups);
        polls = List.copyOf(polls);
        requireHost(socketBase, "wss", "ws");
        requireHost(restBase, "https", "http");
        requireOneOfEach(groups, polls);
        requireWeight(polls, limits);
    }

    private static void requireHost(URI base, String scheme, String plainScheme) {
        boolean isScheme = scheme.equals(base.getScheme()) || plainScheme.equals(base.getScheme());
        boolean isHostAlone = base.getHost() != null
                && base.getRawUserInfo() == null
                && base.getRawPath().isEmpty()
                && base.getRawQuery() == null
                && base.getRawFragment() == null;
        if (!isScheme || !isHostAlone) {
            throw new IllegalArgumentException(
                    "a venue's base is \"" + base + "\"; expected is " + scheme + ":// and a host");
        }
    }

    private static void requireOneOfEach(List<SocketGroup> groups, List<Poll> polls) {
        Set<String> names = new HashSet<>();
        for (SocketGroup group : groups) {
            if (!names.add(group.name())) {
                throw new IllegalArgumentException("two groups of sockets are named " + group.name());
            }
        }
        Set<String> streams = new HashSet<>();
        Set<String> carried = new HashSet<>();
        Stream.concat(
                        groups.stream().flatMap(group -> group.streams().stream()),
                        polls.stream().map(Poll::stream))
                .forEach(stream -> {
                    if (!streams.add(stream.name())) {
                        throw new IllegalArgumentException("two streams are named " + stream.name());
                    }
                    if (!carried.add(stream.kind() + " of instrument " + stream.instrument())) {
                        throw new IllegalArgumentException("stream " + stream.name() + " carries " + stream.kind()
                                + " of instrument " + stream.instrument() + ", as another does");
                    }
                });
    }

    private static void requireWeight(List<Poll> polls, FeedLimits limits) {
        double weightPerMinute = polls.stream()
                .mapToDouble(poll -> poll.weight() * MINUTE_MS / poll.everyMs())
                .sum();
        if (weightPerMinute > limits.weightPerMinute()) {
            throw new IllegalArgumentException("the polls weigh " + (long) Math.ceil(weightPerMinute)
                    + " a minute, and the venue allows " + limits.weightPerMinute() + "; poll less often");
        }
    }

    private static void requirePath(String path, String whose) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("the path of " + whose + " is \"" + path + "\"; it starts with a slash");
        }
    }

    /**
     * Streams that the venue serves at one path.
     *
     * @param name for reports and as part of the name of the feed, for example {@code market}; letters, digits and hyphens, neither
     *     {@code rest} nor anything that starts with {@code pawl-}
     * @param path behind the base, from its slash on
     * @param mostStreamsPerSocket above which they are spread over several; at least 1
     * @param headers sent with the handshake of each of the sockets, for a venue that is told there what it shall send, kept in the order
     *     of their names. A name is an HTTP token, differs from the others by more than case, and is none of what the handshake sends by
     *     itself ({@code Host}, {@code Upgrade}, {@code Connection}, {@code Content-Length}, {@code Transfer-Encoding},
     *     {@code Sec-WebSocket-} anything); a value is visible ASCII characters, and spaces between them
     */
    public record SocketGroup(
            String name, String path, List<FeedStream> streams, int mostStreamsPerSocket, Map<String, String> headers) {
        /** @throws IllegalArgumentException when the name, the path, the number or a header is not as said */
        public SocketGroup {
            streams = List.copyOf(streams);
            if (!name.matches("[A-Za-z0-9-]+") || name.equals("rest") || name.startsWith("pawl-")) {
                throw new IllegalArgumentException("a group of sockets is named \"" + name
                        + "\"; a name is letters, digits and hyphens, and not one of Pawl's own feeds");
            }
            requirePath(path, "group " + name);
            if (mostStreamsPerSocket < 1) {
                throw new IllegalArgumentException("group " + name + " has at most " + mostStreamsPerSocket
                        + " streams a socket; at least 1 fits");
            }
            headers = HandshakeHeaders.sorted(headers, name);
        }

        /** No headers. */
        public SocketGroup(String name, String path, List<FeedStream> streams, int mostStreamsPerSocket) {
            this(name, path, streams, mostStreamsPerSocket, Map.of());
        }
    }

    /**
     * A resource asked for again and again.
     *
     * @param path behind the base, from its slash on, with its query, percent-encoded
     * @param everyMs the period; at least 1
     * @param weight what a request costs of the venue's allowance; at least 0
     */
    public record Poll(FeedStream stream, String path, long everyMs, int weight) {
        /** @throws IllegalArgumentException when the path or a number is not as said */
        public Poll {
            requirePath(path, "poll " + stream.name());
            if (everyMs < 1 || weight < 0) {
                throw new IllegalArgumentException("poll " + stream.name() + " every " + everyMs + " ms of weight "
                        + weight + ": the period is at least 1, the weight at least 0");
            }
        }
    }
}
