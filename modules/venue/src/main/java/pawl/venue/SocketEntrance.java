package pawl.venue;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** Where WebSockets come in: the upgrade of RFC 6455, after which the venue has the bare TCP connection to itself. */
final class SocketEntrance {
    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final long CONNECT_WINDOW_MS = 300_000;

    private final SocketCare care;
    private final Tally tally;
    private final HostQuota connects;
    private int lastId;

    SocketEntrance(SocketCare care, Tally tally, VenueLimits limits) {
        this.care = care;
        this.tally = tally;
        connects = new HostQuota(limits.connectsPerFiveMinutes(), CONNECT_WINDOW_MS);
    }

    static boolean isUpgrade(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    void enter(HttpServerRequest request) {
        Optional<SocketPath> path = SocketPath.of(request.uri());
        String key = request.getHeader("Sec-WebSocket-Key");
        if (path.isEmpty() || key == null) {
            refuse(request, path.isEmpty() ? 404 : 400);
            return;
        }
        if (!connects.take(request.remoteAddress().host(), 1)) {
            tally.limitBroken("connects-per-five-minutes");
            refuse(request, 429);
            return;
        }
        request.response()
                .putHeader("Upgrade", "websocket")
                .putHeader("Connection", "Upgrade")
                .putHeader("Sec-WebSocket-Accept", accept(key));
        request.toNetSocket().onSuccess(socket -> entered(path.get(), socket));
    }

    private void entered(SocketPath path, NetSocket socket) {
        tally.connect();
        care.take(++lastId, path, socket);
    }

    private void refuse(HttpServerRequest request, int status) {
        tally.rest("websocket", status);
        request.response().setStatusCode(status).end();
    }

    private static String accept(String key) {
        try {
            byte[] text = (key + ACCEPT_SUFFIX).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
