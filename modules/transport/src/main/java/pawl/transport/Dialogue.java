package pawl.transport;

import java.util.List;
import java.util.Optional;

/** What is said on a venue's sockets, and what an answer means. Keeps nothing between calls; called on the transport's thread. */
public interface Dialogue {
    /**
     * The messages that subscribe to streams of one socket, as few as the venue allows.
     *
     * @param streams names as {@link StreamPlan#name} has them; at least one
     * @param firstRequestId the first message's id; each further one has the next
     * @throws RuntimeException whatever it is, the connection is given up, and opened again later
     */
    List<Request> subscribe(List<String> streams, long firstRequestId);

    /** The message by which this side asks for a sign of life, where the venue wants one of its own; else a WebSocket ping is sent. */
    Optional<String> ping();

    /** Says what a frame is. Allocates nothing and throws nothing: a frame that is not understood is {@link Heard.Kind#OTHER}. */
    void read(byte[] bytes, int offset, int length, Heard heard);

    /**
     * A message to send.
     *
     * @param id by which its acknowledgement is known
     * @param streams that it subscribes to
     */
    record Request(long id, String text, List<String> streams) {
        public Request {
            streams = List.copyOf(streams);
        }
    }
}
