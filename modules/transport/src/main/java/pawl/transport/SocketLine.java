package pawl.transport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps one socket up for ever: connects, hands over, watches, and lets another connection take over before this one ends. */
final class SocketLine implements ConnectionOwner {
    private final SocketPlan plan;
    private final VenueLink venue;
    private final Wiring wiring;
    private final FeedStates states;
    private final List<StreamWatch> watches = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final @Nullable StreamWatch[] watchByNumber;
    private final SocketCounters counters = new SocketCounters();
    private final SilenceJudge judge;
    private final Backoff backoff;
    private final Takeover takeover;
    private @Nullable Connection current;
    private long nextAttemptNs = System.nanoTime();
    private long firstDataNs;
    private boolean hasData;

    /** @param place among the venue's sockets, 0 to 1, by which their takeovers are spread */
    SocketLine(SocketPlan plan, VenueLink venue, Wiring wiring, double place) {
        this.plan = plan;
        this.venue = venue;
        this.wiring = wiring;
        this.states = venue.states();
        int last = -1;
        for (StreamPlan stream : plan.streams()) {
            last = Math.max(last, stream.number());
        }
        this.watchByNumber = new StreamWatch[last + 1];
        for (StreamPlan stream : plan.streams()) {
            StreamWatch watch = new StreamWatch(stream);
            watches.add(watch);
            watchByNumber[stream.number()] = watch;
            numbers.put(stream.name(), stream.number());
        }
        TransportSettings settings = wiring.settings();
        this.judge = new SilenceJudge(watches, states, settings.rebuildAfter().toNanos());
        this.backoff = new Backoff(
                settings.backoffBase().toNanos(),
                settings.backoffCap().toNanos(),
                settings.jitterSeed() ^ plan.name().hashCode());
        this.takeover = new Takeover(this, venue, wiring, place);
    }

    SocketPlan plan() {
        return plan;
    }

    List<StreamWatch> watches() {
        return watches;
    }

    void tick(long nowNs) {
        long readingNs = wiring.room().readingNs(nowNs);
        if (current == null) {
            connect(nowNs);
            return;
        }
        current.tick(nowNs, readingNs);
        takeover.tick(nowNs, readingNs);
        if (current == null || !current.isOpen() || wiring.room().isPaused()) {
            return;
        }
        SilenceJudge.Verdict verdict = judge.judge(readingNs);
        if (verdict == SilenceJudge.Verdict.CUT) {
            current.end(BreakCause.STALLED, "the socket stalled: connected and subscribed, but no data");
            return;
        }
        askAgain(nowNs, readingNs);
        takeover.consider(current, verdict == SilenceJudge.Verdict.REPLACE, nowNs);
    }

    void close() {
        takeover.close();
        if (current != null) {
            current.retire();
        }
    }

    /** Null while the venue's limits forbid it. */
    @Nullable
    Connection tryOpen(long nowNs) {
        if (!venue.mayConnect(nowNs)) {
            return null;
        }
        Connection connection = new Connection(wiring, venue, plan, numbers, this);
        connection.open();
        return connection;
    }

    /** Another connection has proved itself; the one before is ended. */
    void takeOver(Connection successor, long nowNs) {
        Connection old = current;
        promote(successor, wiring.room().readingNs(nowNs));
        if (old != null) {
            old.retire();
        }
        counters.takenOver();
        judge.replaced();
    }

    @Override
    public void opened(Connection connection) {
        counters.connected();
        long nowNs = System.nanoTime();
        List<String> wanted = watches.stream()
                .filter(watch -> !watch.isRefused())
                .map(watch -> watch.plan().name())
                .toList();
        connection.subscribe(wanted, wiring.room().readingNs(nowNs));
        takeover.opened(connection, nowNs);
    }

    @Override
    public void message(Connection connection, long arrivalNs, byte[] bytes, int length, Heard heard) {
        counters.frame(length);
        wiring.outlet().frame(plan.feed(), arrivalNs, bytes, length);
        int number = heard.stream();
        if (heard.kind() == Heard.Kind.DATA && number >= 0 && number < watchByNumber.length) {
            StreamWatch watch = watchByNumber[number];
            if (watch != null) {
                data(connection, watch, arrivalNs);
            }
        }
        wiring.room().look();
    }

    @Override
    public void acknowledged(Connection connection, int stream) {
        StreamWatch watch = watchByNumber[stream];
        if (watch != null && connection == current) {
            watch.arm(wiring.room().readingNs(System.nanoTime()));
        }
    }

    @Override
    public void refused(Connection connection, int stream, String reason) {
        StreamWatch watch = watchByNumber[stream];
        if (watch == null || connection.hasDelivered(stream) || (connection != current && watch.isDelivering())) {
            return;
        }
        watch.refused(System.nanoTime() + wiring.settings().refusedRetryEvery().toNanos());
        states.set(stream, FeedState.STALE, StateCause.REFUSED, reason);
        venue.notice(plan.name() + ": " + watch.plan().name() + ": " + reason);
    }

    @Override
    public void broken(Connection connection, BreakCause cause, String reason) {
        long nowNs = System.nanoTime();
        counters.broke(cause);
        if (cause == BreakCause.OVERSIZED) {
            venue.notice(plan.name() + ": " + reason);
        }
        if (takeover.broken(connection, reason, nowNs) || connection != current) {
            return;
        }
        if (hasData && nowNs - firstDataNs >= wiring.settings().settledAfter().toNanos()) {
            backoff.reset();
        }
        hasData = false;
        Connection successor = takeover.release();
        current = null;
        for (StreamWatch watch : watches) {
            breakStream(watch, successor, cause, reason);
        }
        if (successor != null) {
            promote(successor, wiring.room().readingNs(nowNs));
            return;
        }
        long delayNs = backoff.nextNs();
        nextAttemptNs = nowNs + delayNs;
        if (delayNs == 0) {
            connect(nowNs);
        }
    }

    TransportReport.Socket report(long nowNs) {
        boolean open = current != null && current.isOpen();
        return counters.report(plan.name(), open, wiring.room().readingNs(nowNs));
    }

    private void connect(long nowNs) {
        if (nowNs - nextAttemptNs >= 0 && !wiring.outlet().isShut()) {
            current = tryOpen(nowNs);
        }
    }

    private void data(Connection connection, StreamWatch watch, long arrivalNs) {
        long nowNs = System.nanoTime();
        long readingNs = wiring.room().readingNs(nowNs);
        int number = watch.plan().number();
        watch.data(readingNs, arrivalNs);
        connection.markDelivered(number);
        counters.data(readingNs);
        if (!hasData) {
            hasData = true;
            firstDataNs = nowNs;
        }
        states.set(number, FeedState.SYNCHRONIZED, StateCause.DATA, "data comes");
        if (connection == current && takeover.hasDelivered(number)) {
            counters.overlapped();
        }
    }

    private void breakStream(StreamWatch watch, @Nullable Connection successor, BreakCause cause, String reason) {
        int number = watch.plan().number();
        if (watch.isRefused() || (successor != null && successor.hasDelivered(number))) {
            return;
        }
        watch.disarm();
        if (cause == BreakCause.STALLED && states.state(number) == FeedState.STALE) {
            return; // That it was silent says more than that it was therefore connected to again.
        }
        String ban = venue.connectBan(System.nanoTime());
        if (ban.isEmpty()) {
            states.set(number, FeedState.STALE, StateCause.CONNECTION_BROKEN, reason);
        } else {
            states.set(number, FeedState.STALE, StateCause.BANNED, ban);
        }
    }

    private void promote(Connection successor, long readingNs) {
        current = successor;
        for (StreamWatch watch : watches) {
            if (!watch.isDelivering() && !watch.isRefused()) {
                watch.disarm();
                if (successor.hasAcknowledged(watch.plan().number())) {
                    watch.arm(readingNs);
                }
            }
        }
    }

    private void askAgain(long nowNs, long readingNs) {
        for (StreamWatch watch : watches) {
            if (current != null
                    && watch.takeRetry(
                            nowNs, wiring.settings().refusedRetryEvery().toNanos())) {
                current.subscribe(List.of(watch.plan().name()), readingNs);
            }
        }
    }
}
