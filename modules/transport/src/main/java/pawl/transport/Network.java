package pawl.transport;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.nio.file.Path;

/** How the library is set up: one thread for all sockets, nothing compressed, certificates and host names checked. */
final class Network {
    private static final int CLOSING_TIMEOUT_S = 1;
    /** More than any venue allows; −1, said to mean no limit, lets none through in Vert.x 5.2.0. */
    private static final int MOST_SOCKETS = 1 << 16;

    private static final int REQUESTS_AT_ONCE = 32;

    private Network() {}

    static Vertx vertx() {
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }

    static WebSocketClient socketClient(Vertx vertx, TransportSettings settings) {
        WebSocketClientOptions options = new WebSocketClientOptions()
                .setMaxConnections(MOST_SOCKETS)
                .setMaxFrameSize(settings.maxFrameBytes())
                .setMaxMessageSize(settings.maxFrameBytes())
                .setTryUsePerMessageCompression(false)
                .setTryUsePerFrameCompression(false)
                .setClosingTimeout(CLOSING_TIMEOUT_S)
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setTcpNoDelay(true)
                .setTcpKeepAlive(true);
        settings.trustedCertificate().ifPresent(file -> options.setTrustOptions(trust(file)));
        return vertx.createWebSocketClient(options);
    }

    static WebClient webClient(Vertx vertx, TransportSettings settings) {
        WebClientOptions options = new WebClientOptions();
        options.setConnectTimeout(Math.toIntExact(settings.requestTimeout().toMillis()));
        options.setUserAgentEnabled(false);
        options.setMaxHeaderSize(1 << 14);
        settings.trustedCertificate().ifPresent(file -> options.setTrustOptions(trust(file)));
        return WebClient.create(vertx, options, new PoolOptions().setHttp1MaxSize(REQUESTS_AT_ONCE));
    }

    private static PemTrustOptions trust(Path file) {
        return new PemTrustOptions().addCertPath(file.toString());
    }
}
