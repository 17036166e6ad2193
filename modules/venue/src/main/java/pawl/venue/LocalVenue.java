package pawl.venue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A Binance of one's own: it plays a capture or a scenario to whoever connects, in the wire protocol of USD-M futures of 2026, and
 * misbehaves by its script. WebSockets and REST share one port. It may be used from any thread.
 */
public final class LocalVenue implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final Vertx vertx;
    private final VenueRooms rooms;
    private final String hostAndPort;
    private final boolean isSecure;
    private @Nullable VenueReport lastReport;

    private LocalVenue(Vertx vertx, VenueRooms rooms, String hostAndPort, boolean isSecure) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.hostAndPort = hostAndPort;
        this.isSecure = isSecure;
    }

    /**
     * Opens the port; the market starts as the settings say.
     *
     * @param frames to be closed by the venue, also when it does not start
     * @throws VenueException when the port cannot be opened, or the certificate is of no use
     */
    public static LocalVenue start(VenueFrames frames, FaultScript script, VenueSettings settings) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setUseDaemonThread(true)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        try {
            Context context = vertx.getOrCreateContext();
            Bell bell = new Bell();
            Source source = Source.open(frames, context, bell, settings);
            return listen(vertx, new VenueRooms(vertx, context, bell, source, script, settings), settings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close(vertx);
            throw new VenueException("interrupted while waiting for the first frames", e);
        }
    }

    private static LocalVenue listen(Vertx vertx, VenueRooms rooms, VenueSettings settings) {
        try {
            int port = await(rooms.open());
            String hostAndPort = settings.host() + ":" + port;
            return new LocalVenue(vertx, rooms, hostAndPort, settings.tls().isPresent());
        } catch (VenueException e) {
            rooms.source().thread().stop();
            close(vertx);
            throw new VenueException(
                    "the venue cannot listen on " + settings.host() + ":" + settings.port() + ": " + e.getMessage(), e);
        }
    }

    /** {@code ws://host:port} or {@code wss://host:port}, without a path. */
    public URI webSocketUri() {
        return URI.create((isSecure ? "wss://" : "ws://") + hostAndPort);
    }

    /** {@code http://host:port} or {@code https://host:port}, without a path. */
    public URI restUri() {
        return URI.create((isSecure ? "https://" : "http://") + hostAndPort);
    }

    /** Starts the market at once, whatever the settings say; does nothing when it has started. */
    public void startMarket() {
        await(rooms.onLoop(rooms::startMarket));
    }

    /**
     * Done when the source's last frame was given to the sockets, and failed when the source could not be read to its end or a
     * restarting venue did not get its port again; the venue then goes on to answer. Fails with a
     * {@link java.util.concurrent.CancellationException} when the venue is closed before.
     */
    public CompletionStage<Void> played() {
        return rooms.played().minimalCompletionStage();
    }

    /** Whether nothing more will come, for whatever reason. */
    public boolean isPlayed() {
        return rooms.played().isDone();
    }

    /** Up to now; after {@link #close} up to then. */
    public synchronized VenueReport report() {
        VenueReport last = lastReport;
        return last == null ? await(rooms.onLoop(rooms::report)) : last;
    }

    /** Closes every socket with 1001, behind what was sent to it. */
    @Override
    public synchronized void close() {
        if (lastReport != null) {
            return;
        }
        lastReport = await(rooms.onLoop(rooms::close).compose(closing -> closing));
        close(vertx);
    }

    private static void close(Vertx vertx) {
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        CompletableFuture<T> done = future.toCompletionStage().toCompletableFuture();
        try {
            return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new VenueException(String.valueOf(cause.getMessage()), cause);
        } catch (TimeoutException e) {
            throw new VenueException("no answer from the event loop within " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VenueException("interrupted while waiting for the event loop", e);
        }
    }
}
