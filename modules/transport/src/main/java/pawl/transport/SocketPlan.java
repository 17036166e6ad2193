package pawl.transport;

import java.net.URI;
import java.util.List;

/**
 * One WebSocket connection, kept up for ever.
 *
 * @param feed the number that its frames are handed over with
 * @param name for reports, unique, for example {@code binance/market}
 * @param uri {@code ws} or {@code wss}
 * @param streams at least one, no more than the venue allows on a connection
 */
public record SocketPlan(int feed, String name, URI uri, List<StreamPlan> streams) {
    public SocketPlan {
        streams = List.copyOf(streams);
        if (streams.isEmpty()) {
            throw new IllegalArgumentException("socket " + name + " has no streams");
        }
    }
}
