package pawl.transport;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One WebSocket connection, kept up for ever.
 *
 * @param feed the number that its frames are handed over with
 * @param name for reports, unique, for example {@code binance/market}
 * @param uri {@code ws} or {@code wss}
 * @param streams at least one, no more than the venue allows on a connection
 * @param headers added to the handshake in their order; who makes the plan has looked at them
 */
public record SocketPlan(int feed, String name, URI uri, List<StreamPlan> streams, Map<String, String> headers) {
    public SocketPlan {
        streams = List.copyOf(streams);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        if (streams.isEmpty()) {
            throw new IllegalArgumentException("socket " + name + " has no streams");
        }
    }
}
