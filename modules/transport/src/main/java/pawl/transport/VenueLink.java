package pawl.transport;

import io.vertx.core.MultiMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** One venue's sockets and requests, and what all of them share: the budgets, the bans and the states. */
final class VenueLink {
    private static final int MOST_FETCHES_AT_ONCE = 4;

    private record Waiting(PollPlan plan, FetchListener listener) {}

    private final VenuePlan plan;
    private final Wiring wiring;
    private final FeedStates states;
    private final SlidingBudget connects;
    private final SlidingBudget weight;
    private final Ban requestBan;
    private final Ban connectBan;
    private final List<SocketLine> sockets = new ArrayList<>();
    private final List<PollLine> polls = new ArrayList<>();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private int fetchesInFlight;
    private boolean connectsHeldUp;

    /** @param wiring with an outlet that is this venue's own */
    VenueLink(VenuePlan plan, VenueAllowance allowance, Wiring wiring) {
        this.plan = plan;
        this.wiring = wiring;
        this.states = FeedStates.of(plan, wiring.outlet());
        this.connects = allowance.connects();
        this.weight = allowance.weight();
        this.requestBan = allowance.requestBan();
        this.connectBan = allowance.connectBan();
    }

    /** Makes the first attempts. */
    void begin(long nowNs) {
        int count = plan.sockets().size();
        for (int i = 0; i < count; i++) {
            sockets.add(new SocketLine(plan.sockets().get(i), this, wiring, (double) i / count));
        }
        for (int i = 0; i < plan.polls().size(); i++) {
            polls.add(new PollLine(
                    plan.polls().get(i),
                    this,
                    wiring,
                    nowNs,
                    (double) i / plan.polls().size()));
        }
        tick(nowNs);
    }

    VenuePlan plan() {
        return plan;
    }

    FeedStates states() {
        return states;
    }

    void tick(long nowNs) {
        if (wiring.outlet().isShut()) {
            return;
        }
        for (SocketLine socket : sockets) {
            socket.tick(nowNs);
        }
        for (PollLine poll : polls) {
            poll.tick(nowNs);
        }
        pumpFetches(nowNs);
    }

    /** Hands over and tells nothing more, whatever is still under way. */
    void close() {
        wiring.outlet().shut();
        sockets.forEach(SocketLine::close);
        waiting.clear();
    }

    void notice(String text) {
        wiring.outlet().notice(plan.name(), text);
    }

    boolean mayConnect(long nowNs) {
        String obstacle;
        if (connectBan.holds(nowNs)) {
            obstacle = connectBan.text();
        } else if (connects.tryTake(1, 0, nowNs)) {
            obstacle = "";
        } else {
            obstacle = "all connection attempts that the venue allows within "
                    + plan.limits().connectWindow().toSeconds() + " s are used up";
        }
        boolean heldUp = !obstacle.isEmpty();
        if (heldUp && !connectsHeldUp) {
            notice("connecting waits: " + obstacle);
        }
        connectsHeldUp = heldUp;
        return !heldUp;
    }

    /** Until when and why nothing may be connected to; empty when it may. */
    String connectBan(long nowNs) {
        return connectBan.holds(nowNs) ? connectBan.text() : "";
    }

    void upgradeRejected(int status, MultiMap headers) {
        long nowNs = System.nanoTime();
        if (connectBan.heed(status, headers, nowNs) && requestBan.heed(status, headers, nowNs)) {
            notice(connectBan.text());
        }
    }

    /** Empty when a request of this weight may be sent now; it counts as sent then. */
    String requestObstacle(int cost, long nowNs) {
        if (requestBan.holds(nowNs)) {
            return requestBan.text();
        }
        return weight.tryTake(cost, 0, nowNs) ? "" : "the request weight that the venue allows in a minute is used up";
    }

    boolean isBanned(long nowNs) {
        return requestBan.holds(nowNs);
    }

    void answered(int status, MultiMap headers) {
        long nowNs = System.nanoTime();
        String usedWeight = plan.limits().usedWeightHeader().isEmpty()
                ? null
                : headers.get(plan.limits().usedWeightHeader());
        if (usedWeight != null && usedWeight.chars().allMatch(Character::isDigit) && usedWeight.length() < 10) {
            weight.raiseTo(usedWeight.isEmpty() ? 0 : Integer.parseInt(usedWeight), nowNs);
        }
        if (requestBan.heed(status, headers, nowNs)) {
            notice(requestBan.text());
            polls.forEach(PollLine::banned);
        }
    }

    String banText() {
        return requestBan.text();
    }

    void fetch(PollPlan once, FetchListener listener) {
        if (!weight.allows(once.weight())) {
            wiring.outlet().fetchEnded(listener, once.name() + " weighs more than the venue allows in a minute");
            return;
        }
        waiting.add(new Waiting(once, listener));
        pumpFetches(System.nanoTime());
    }

    TransportReport.Venue report(long nowNs) {
        List<TransportReport.Socket> socketReports = new ArrayList<>();
        List<TransportReport.Stream> streamReports = new ArrayList<>();
        for (SocketLine socket : sockets) {
            socketReports.add(socket.report(nowNs));
            for (StreamWatch watch : socket.watches()) {
                streamReports.add(report(socket, watch));
            }
        }
        return new TransportReport.Venue(
                plan.name(),
                weight.used(nowNs),
                requestBan.count(),
                socketReports,
                streamReports,
                polls.stream().map(PollLine::report).toList());
    }

    private TransportReport.Stream report(SocketLine socket, StreamWatch watch) {
        int number = watch.plan().number();
        return new TransportReport.Stream(
                socket.plan().name(),
                number,
                watch.plan().name(),
                states.state(number),
                states.reason(number),
                watch.frames(),
                watch.lastArrivalNs());
    }

    private void pumpFetches(long nowNs) {
        while (!waiting.isEmpty()
                && fetchesInFlight < MOST_FETCHES_AT_ONCE
                && !wiring.room().isPaused()) {
            Waiting next = waiting.getFirst();
            if (isBanned(nowNs)) {
                waiting.removeFirst();
                wiring.outlet().fetchEnded(next.listener(), requestBan.text());
            } else if (weight.tryTake(next.plan().weight(), 0, nowNs)) {
                waiting.removeFirst();
                fetchesInFlight++;
                HttpGet.send(next.plan(), this, wiring, (status, failure) -> {
                    fetchesInFlight--;
                    wiring.outlet().fetchEnded(next.listener(), failure);
                });
            } else {
                return;
            }
        }
    }
}
