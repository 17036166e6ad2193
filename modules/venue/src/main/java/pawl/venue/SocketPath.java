package pawl.venue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the address of a WebSocket asks for.
 *
 * @param text as it was sent
 * @param isCombined whether payloads come in an envelope
 * @param streams subscribed to from the start
 */
record SocketPath(String text, Route route, boolean isCombined, List<String> streams) {
    /** Empty when there is nothing at this address. */
    static Optional<SocketPath> of(String uri) {
        int queryAt = uri.indexOf('?');
        String path = queryAt < 0 ? uri : uri.substring(0, queryAt);
        Route route = Route.LEGACY;
        String rest = path;
        if (path.startsWith("/public/")) {
            route = Route.PUBLIC;
            rest = path.substring("/public".length());
        } else if (path.startsWith("/market/")) {
            route = Route.MARKET;
            rest = path.substring("/market".length());
        }
        if (rest.equals("/ws") || rest.startsWith("/ws/")) {
            return Optional.of(new SocketPath(uri, route, false, streams(rest.substring("/ws".length()))));
        }
        if (rest.equals("/stream") || rest.equals("/stream/")) {
            String query = queryAt < 0 ? "" : uri.substring(queryAt + 1);
            return Optional.of(new SocketPath(uri, route, true, streamsOfQuery(query)));
        }
        return Optional.empty();
    }

    private static List<String> streamsOfQuery(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(part -> part.startsWith("streams="))
                .flatMap(part -> streams(part.substring("streams=".length())).stream())
                .toList();
    }

    private static List<String> streams(String encoded) {
        String names = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        return Arrays.stream(names.split("/", -1))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }
}
