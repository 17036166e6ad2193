package pawl.venue;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The port: one for WebSockets and REST. It can go down and come up again. On the event loop alone. */
final class VenueServer {
    /** Room for the longest list of streams in an address. */
    private static final int MOST_ADDRESS_BYTES = 128 << 10;
    /** Which the platform has switched off, so that every handshake fails. */
    private static final Set<String> IMPOSSIBLE_PROTOCOLS = Set.of("TLSv1");

    private static final int MOST_REOPENS = 100;
    private static final long REOPEN_PAUSE_MS = 50;

    private final Vertx vertx;
    private final VenueSettings settings;
    private final SocketRegistry sockets;
    private final Tally tally;
    private final Handler<HttpServerRequest> requests;
    private final Consumer<Throwable> failed;
    private @Nullable HttpServer server;
    private Future<Void> closing = Future.succeededFuture();
    private int port;
    private int downs;
    private int refusals;
    private boolean isClosed;

    /** @param failed told when the port cannot be opened again */
    VenueServer(
            Vertx vertx,
            VenueSettings settings,
            SocketRegistry sockets,
            Tally tally,
            Handler<HttpServerRequest> requests,
            Consumer<Throwable> failed) {
        this.vertx = vertx;
        this.settings = settings;
        this.sockets = sockets;
        this.tally = tally;
        this.requests = requests;
        this.failed = failed;
        port = settings.port();
    }

    /** The port, when it is open. */
    Future<Integer> listen() {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(settings.host())
                .setPort(port)
                .setMaxInitialLineLength(MOST_ADDRESS_BYTES);
        settings.tls().ifPresent(tls -> options.setSsl(true).setKeyCertOptions(certificate(tls)));
        HttpServer fresh = vertx.createHttpServer(options)
                .requestHandler(requests)
                .connectionHandler(this::accepted)
                .exceptionHandler(this::broken);
        server = fresh;
        return fresh.listen().map(listening -> {
            port = listening.actualPort();
            return port;
        });
    }

    /** Nobody listens any more, and every connection is cut. */
    void goDown() {
        downs++;
        sockets.open(socket -> true).forEach(socket -> {
            tally.faultEffect(FaultKind.RESTART);
            socket.reset("fault restart");
        });
        if (server != null) {
            closing = close(server);
            server = null;
        }
    }

    void comeUp() {
        downs--;
        if (downs == 0) {
            closing.onComplete(ignored -> reopen(1));
        }
    }

    /** A client that knocks at a closed port may itself have been given it as its own end, and hold it for a moment. */
    private void reopen(int attempt) {
        if (isClosed || downs > 0) {
            return;
        }
        listen().onSuccess(ignored -> updateProtocols()).onFailure(failure -> {
            if (attempt == MOST_REOPENS) {
                failed.accept(failure);
            } else {
                vertx.setTimer(REOPEN_PAUSE_MS, ignored -> reopen(attempt + 1));
            }
        });
    }

    void refuseHandshakes() {
        refusals++;
        updateProtocols();
    }

    void allowHandshakes() {
        refusals--;
        updateProtocols();
    }

    Future<Void> close() {
        isClosed = true;
        return close(server);
    }

    private static Future<Void> close(@Nullable HttpServer running) {
        return running == null ? Future.succeededFuture() : running.close();
    }

    private void updateProtocols() {
        HttpServer running = server;
        if (running == null || settings.tls().isEmpty()) {
            return;
        }
        ServerSSLOptions options = new ServerSSLOptions();
        options.setKeyCertOptions(certificate(settings.tls().get()));
        if (refusals > 0) {
            options.setEnabledSecureTransportProtocols(IMPOSSIBLE_PROTOCOLS);
        }
        running.updateSSLOptions(options, true).onFailure(failed::accept);
    }

    /** Without TLS there is no handshake to fail, and the connection ends where it would have been. */
    private void accepted(HttpConnection connection) {
        if (refusals > 0 && settings.tls().isEmpty()) {
            tally.faultEffect(FaultKind.TLS_FAILURE);
            connection.close();
        }
    }

    /** Before a connection is one of HTTP. */
    private void broken(Throwable failure) {
        if (refusals > 0 && failure instanceof SSLException) {
            tally.faultEffect(FaultKind.TLS_FAILURE);
        }
    }

    private static PemKeyCertOptions certificate(TlsSettings tls) {
        return new PemKeyCertOptions()
                .setCertPath(tls.certificate().toString())
                .setKeyPath(tls.key().toString());
    }
}
