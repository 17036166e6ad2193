package pawl.api.exchange;

import java.util.List;
import java.util.Optional;

/**
 * How a venue's streams are asked for and recognised. It opens nothing, reads no clock and keeps nothing between calls, so it can be
 * tried without a network. Called on the thread that keeps the connections, not the engine's.
 */
public interface FeedProtocol {
    /** What is to be asked for. */
    FeedPlan plan();

    /**
     * The messages that subscribe one socket to streams, as few as the venue allows.
     *
     * @param streams names, at least one
     * @param firstRequestId of the first message; each further one has the next
     */
    List<Subscription> subscribe(List<String> streams, long firstRequestId);

    /** A message of the venue's own that asks for a sign of life; empty where a WebSocket ping does. */
    Optional<String> ping();

    /** Says what a frame of a socket is; allocates nothing, and throws nothing whatever the bytes are. */
    void hear(byte[] bytes, int offset, int length, FeedHearing hearing);

    /**
     * How trades that an instrument's stream has missed are fetched; empty where the venue has no such request.
     *
     * @param firstMissingId aggregate ids where {@code areAggregates}, else trade ids; at least 0
     * @param lastMissingId not below the first
     */
    Optional<Repair> repair(int instrument, long firstMissingId, long lastMissingId, boolean areAggregates);

    /**
     * One message that subscribes.
     *
     * @param requestId by which the venue's answer names the message; at least 0
     * @param streams at least one
     */
    record Subscription(long requestId, String text, List<String> streams) {
        /** @throws IllegalArgumentException when the id is below 0, or the text or the streams are empty */
        public Subscription {
            streams = List.copyOf(streams);
            if (requestId < 0 || text.isEmpty() || streams.isEmpty()) {
                throw new IllegalArgumentException("subscription " + requestId + " to " + streams + " is \"" + text
                        + "\": it has an id of at least 0, a text and streams");
            }
        }
    }

    /**
     * One request for missed trades.
     *
     * @param path behind {@link FeedPlan#restBase}, from its slash on, with its query, percent-encoded
     * @param weight what it costs of the venue's allowance; at least 0
     * @param before put before the body, which with {@code after} makes a frame of it that names its instrument
     * @param lastId the last id that the answer can hold; what is missing beyond needs a further request
     */
    record Repair(String path, int weight, String before, String after, long lastId) {
        /** @throws IllegalArgumentException when the path starts with no slash, or a number is below 0 */
        public Repair {
            if (!path.startsWith("/") || weight < 0 || lastId < 0) {
                throw new IllegalArgumentException("repair \"" + path + "\" of weight " + weight + " through " + lastId
                        + ": the path starts with a slash, the numbers are at least 0");
            }
        }
    }
}
