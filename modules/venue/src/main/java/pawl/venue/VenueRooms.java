package pawl.venue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The parts of a venue and how they hang together. All but the source's thread live on one event loop. */
final class VenueRooms {
    private final Vertx vertx;
    private final Context context;
    private final VenueSettings settings;
    private final CompletableFuture<Void> played = new CompletableFuture<>();
    private final SocketRegistry sockets = new SocketRegistry();
    private final Tally tally = new Tally();
    private final Source source;
    private final MarketPump pump;
    private final MarketMemory memory;
    private final FrameFaults frameFaults;
    private final FaultStage stage;
    private final SocketEntrance socketEntrance;
    private final RestEntrance restEntrance;
    private final VenueServer server;
    private boolean isStartPlanned;
    private boolean isStarted;
    private long unknownBodies;

    /** @param bell rung on the event loop when the market may go on */
    VenueRooms(Vertx vertx, Context context, Bell bell, Source source, FaultScript script, VenueSettings settings) {
        this.vertx = vertx;
        this.context = context;
        this.source = source;
        this.settings = settings;
        VenueLimits limits = settings.limits();
        MarketAgenda agenda = new MarketAgenda();
        MarketClock clock = new MarketClock(settings.pace(), source.firstNs());
        pump = new MarketPump(vertx, context, clock, agenda, source.readAhead(), sockets, this::pass);
        bell.calls(pump::wake);
        memory = new MarketMemory(limits);
        FaultWindows windows = new FaultWindows(tally);
        frameFaults = new FrameFaults(windows, sockets, new Delivery(sockets, tally, clock, limits), agenda);
        SubscriptionDesk subscriptions =
                new SubscriptionDesk(sockets, new SubscriptionFaults(windows), tally, limits, this::subscribed);
        SocketCare care = new SocketCare(vertx, sockets, subscriptions, tally, limits, bell::ring);
        socketEntrance = new SocketEntrance(care, tally, limits);
        RestDesk desk = new RestDesk(clock, memory, source.instruments(), frameFaults, limits);
        restEntrance = new RestEntrance(desk, limits, windows, tally);
        server = new VenueServer(vertx, settings, sockets, tally, this::enter, played::completeExceptionally);
        stage = new FaultStage(agenda, tally, windows, frameFaults, new SocketFaults(sockets, tally), server);
        stage.plan(script, source.firstNs());
    }

    /** The port, when it is open. */
    Future<Integer> open() {
        return onLoop(() -> {
                    if (!settings.startsWithFirstSubscription()) {
                        subscribed();
                    }
                    return server.listen();
                })
                .compose(listening -> listening);
    }

    Source source() {
        return source;
    }

    CompletableFuture<Void> played() {
        return played;
    }

    VenueReport report() {
        return tally.report(sockets.all(), source.thread().skippedFrames() + unknownBodies);
    }

    /** The last report. */
    Future<VenueReport> close() {
        source.thread().stop();
        played.cancel(false);
        sockets.open(socket -> true).forEach(socket -> socket.close(1_001, "the venue closes"));
        VenueReport last = report();
        return server.close().map(last);
    }

    <T> Future<T> onLoop(Supplier<T> task) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(ignored -> {
            try {
                promise.complete(task.get());
            } catch (RuntimeException e) {
                promise.fail(e);
            }
        });
        return promise.future();
    }

    private void enter(HttpServerRequest request) {
        if (SocketEntrance.isUpgrade(request)) {
            socketEntrance.enter(request);
        } else {
            restEntrance.enter(request);
        }
    }

    private void subscribed() {
        if (!isStartPlanned) {
            isStartPlanned = true;
            vertx.setTimer(Math.max(1, settings.startDelayMs()), ignored -> startMarket());
        }
    }

    /** Whether it had not started before. */
    boolean startMarket() {
        isStartPlanned = true;
        boolean isFirst = !isStarted;
        if (isFirst) {
            isStarted = true;
            pump.start();
        }
        return isFirst;
    }

    private void pass(SourceItem item) {
        switch (item) {
            case StreamFrame frame -> {
                if (frameFaults.isDelisted(frame.stream().symbol())) {
                    tally.faultEffect(FaultKind.DELISTING);
                } else {
                    tally.source(frame);
                    memory.see(frame);
                    frameFaults.pass(frame);
                }
            }
            case RestBody body -> {
                if (!memory.see(body)) {
                    unknownBodies++;
                }
            }
            case SourceItem.End end -> ended(end);
        }
    }

    private void ended(SourceItem.End end) {
        frameFaults.end();
        stage.end();
        sockets.flush();
        if (end.failure() == null) {
            played.complete(null);
        } else {
            played.completeExceptionally(end.failure());
        }
    }
}
