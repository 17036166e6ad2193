package pawl.venue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Plain clients of a venue, from a library that knows nothing of it. */
final class Clients implements AutoCloseable {
    private static final int MOST_FRAME_BYTES = 64 << 20;
    private static final long DEADLINE_SECONDS = 10;

    /** An HTTP answer. */
    record Answer(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient webSockets;
    private final HttpClient http;

    Clients() {
        webSockets = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxFrameSize(MOST_FRAME_BYTES)
                .setMaxMessageSize(MOST_FRAME_BYTES)
                .setMaxConnections(1_000)
                .setTrustAll(true)
                .setVerifyHost(false));
        http = vertx.createHttpClient(new HttpClientOptions().setTrustAll(true).setVerifyHost(false));
    }

    Client connect(LocalVenue venue, String path) {
        return await(tryConnect(venue, path));
    }

    Future<Client> tryConnect(LocalVenue venue, String path) {
        URI uri = venue.webSocketUri();
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(uri.getHost())
                .setPort(uri.getPort())
                .setSsl(uri.getScheme().equals("wss"))
                .setURI(path);
        ClientWebSocket socket = webSockets.webSocket();
        Client client = new Client(socket);
        return socket.connect(options).map(client);
    }

    Answer get(LocalVenue venue, String pathAndQuery) {
        return await(tryGet(venue, pathAndQuery));
    }

    Future<Answer> tryGet(LocalVenue venue, String pathAndQuery) {
        RequestOptions options =
                new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(venue.restUri() + pathAndQuery);
        return http.request(options)
                .compose(request -> request.send())
                .compose(response -> response.body().map(body -> {
                    Map<String, String> headers = new HashMap<>();
                    response.headers()
                            .forEach(entry -> headers.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
                    return new Answer(response.statusCode(), headers, body.toString());
                }));
    }

    Vertx vertx() {
        return vertx;
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
