package pawl.transport;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the sockets and polls of all venues going until it is closed. One thread reads, hands over and tells; it is started here and
 * ends with {@link #close()}. Every method may be called from any thread.
 */
public final class Transport implements AutoCloseable {
    private static final long ROOM_PERIOD_MS = 5;
    private static final long TICK_PERIOD_MS = 20;
    private static final long REPORT_TIMEOUT_MS = 5_000;
    private static final long CLOSE_TIMEOUT_MS = 900;

    private final Vertx vertx;
    private final Context context;
    private final Wiring wiring;
    private final ThreadFaults faults;
    private final Map<String, VenueLink> venues = new TreeMap<>();
    private final Map<String, VenueAllowance> allowances = new TreeMap<>();
    private volatile @Nullable Thread ownThread;
    private volatile @Nullable TransportReport lastReport;
    private volatile boolean isClosed;

    private Transport(List<VenuePlan> plans, Outlet outlet, TransportSettings settings) {
        this.vertx = Network.vertx();
        this.context = vertx.getOrCreateContext();
        this.wiring = new Wiring(
                vertx,
                Network.socketClient(vertx, settings),
                Network.webClient(vertx, settings),
                outlet,
                new Room(outlet),
                settings);
        this.faults = new ThreadFaults(outlet);
        plans.forEach(this::link);
    }

    private VenueLink link(VenuePlan plan) {
        VenueAllowance before = allowances.get(plan.name());
        VenueAllowance allowance =
                before == null ? VenueAllowance.of(plan.limits(), wiring.outlet()) : before.with(plan.limits());
        allowances.put(plan.name(), allowance);
        VenueLink link =
                new VenueLink(plan, allowance, wiring.with(wiring.outlet().another()));
        venues.put(plan.name(), link);
        return link;
    }

    /**
     * Returns at once; the venues are connected to from then on.
     *
     * @param wallNs nanoseconds since the epoch, for arrival stamps only; called on the transport's thread
     */
    public static Transport start(
            List<VenuePlan> venues,
            FrameSink sink,
            TransportListener listener,
            LongSupplier wallNs,
            TransportSettings settings) {
        Transport transport = new Transport(venues, new Outlet(sink, listener, wallNs), settings);
        transport.context.runOnContext(nothing -> transport.begin());
        return transport;
    }

    /**
     * Asks for a resource once, as soon as the venue's budget and the sink allow; ends without asking while the venue has banned this
     * address.
     *
     * @param venue does nothing where there is none of that name, or no more
     * @param ended not called when the transport is closed before, or the venue removed
     */
    public void fetch(String venue, PollPlan once, FetchListener ended) {
        onOwnThread(() -> {
            VenueLink link = venues.get(venue);
            if (link != null) {
                link.fetch(once, ended);
            }
        });
    }

    /**
     * Hears a venue no more: its connections are closed, and nothing that is still on its way is handed over or told.
     *
     * @param ended given, on the transport's thread, what was done; not called where there is no such venue
     */
    public void remove(String venue, Consumer<TransportReport.Venue> ended) {
        onOwnThread(() -> {
            VenueLink link = venues.remove(venue);
            if (link != null) {
                TransportReport.Venue report = link.report(System.nanoTime());
                link.close();
                ended.accept(report);
            }
        });
    }

    /**
     * Hears another venue, or one that was removed by another plan, within what that has left of the venue's limits. For ones that are
     * asked for in turn, each call has its effects before the next one's.
     *
     * @param first runs on the transport's thread, before anything of the venue is handed over or told
     * @throws IllegalStateException on the transport's thread, where the venue is heard already
     */
    public void add(VenuePlan plan, Runnable first) {
        onOwnThread(() -> {
            if (venues.containsKey(plan.name())) {
                throw new IllegalStateException("venue " + plan.name() + " is heard already; remove it first");
            }
            first.run();
            link(plan).begin(System.nanoTime());
        });
    }

    private void onOwnThread(Runnable action) {
        if (isClosed) {
            return;
        }
        context.runOnContext(nothing -> {
            if (!wiring.outlet().isShut()) {
                action.run();
            }
        });
    }

    /** Hands over, on the transport's thread and soon, what has been done so far; not at all once the transport is closed. */
    public void reportLater(Consumer<TransportReport> taker) {
        onOwnThread(() -> taker.accept(buildReport()));
    }

    /** What has been done so far; after {@link #close()}, what had been done by then. */
    public TransportReport report() {
        TransportReport last = lastReport;
        if (last != null) {
            return last;
        }
        if (isOwnThread()) {
            return buildReport();
        }
        CompletableFuture<TransportReport> report = new CompletableFuture<>();
        context.runOnContext(nothing -> report.complete(buildReport()));
        await(report, REPORT_TIMEOUT_MS);
        TransportReport built = report.getNow(null);
        return built == null ? closedReport() : built;
    }

    /**
     * Says goodbye on every socket and ends the thread, within a second. When it returns nothing is called any more. Called on the
     * transport's own thread, it does not wait for the end.
     */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        if (isOwnThread()) {
            shut();
            vertx.close();
            return;
        }
        CompletableFuture<Void> ended = new CompletableFuture<>();
        context.runOnContext(nothing -> {
            shut();
            vertx.close().onComplete(result -> ended.complete(null));
        });
        await(ended, CLOSE_TIMEOUT_MS);
    }

    private boolean isOwnThread() {
        return Thread.currentThread() == ownThread;
    }

    private void begin() {
        ownThread = Thread.currentThread();
        context.exceptionHandler(faults::thrown);
        if (wiring.outlet().isShut()) {
            return;
        }
        vertx.setPeriodic(ROOM_PERIOD_MS, timer -> wiring.room().lookAgain());
        vertx.setPeriodic(TICK_PERIOD_MS, timer -> tick());
        venues.values().forEach(venue -> venue.begin(System.nanoTime()));
    }

    private void tick() {
        long nowNs = System.nanoTime();
        for (VenueLink venue : venues.values()) {
            if (wiring.outlet().isShut()) {
                return;
            }
            venue.tick(nowNs);
        }
    }

    private void shut() {
        if (!wiring.outlet().isShut()) {
            lastReport = buildReport();
            wiring.outlet().shut();
            venues.values().forEach(VenueLink::close);
        }
    }

    private TransportReport buildReport() {
        long nowNs = System.nanoTime();
        List<TransportReport.Venue> reports = new ArrayList<>();
        venues.values().forEach(venue -> reports.add(venue.report(nowNs)));
        return new TransportReport(
                reports, TimeUnit.NANOSECONDS.toMillis(wiring.room().pausedNs(nowNs)));
    }

    private TransportReport closedReport() {
        TransportReport last = lastReport;
        if (last == null) {
            throw new IllegalStateException("the transport's thread did not answer; a sink or a listener blocks it");
        }
        return last;
    }

    private static void await(CompletableFuture<?> future, long timeoutMs) {
        try {
            future.get(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            // The caller looks at what there is by then.
        }
    }
}
