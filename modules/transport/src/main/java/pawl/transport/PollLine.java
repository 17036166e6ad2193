package pawl.transport;

import java.util.Map;
import java.util.TreeMap;

/** Asks for one resource at the times of a schedule. A time that cannot be kept is passed over and counted. */
final class PollLine {
    private static final int FAILURES_UNTIL_STALE = 3;

    private final PollPlan plan;
    private final VenueLink venue;
    private final Wiring wiring;
    private final long periodNs;
    private final Map<Integer, Long> failures = new TreeMap<>();
    private long nextNs;
    private boolean inFlight;
    private int failuresInARow;
    private long requests;
    private long late;
    private long lastArrivalNs;

    /** @param place 0 to 1 among the venue's polls, by which their requests are spread */
    PollLine(PollPlan plan, VenueLink venue, Wiring wiring, long nowNs, double place) {
        this.plan = plan;
        this.venue = venue;
        this.wiring = wiring;
        this.periodNs = Math.max(1, plan.every().toNanos());
        this.nextNs = nowNs + (long) (periodNs * place);
    }

    void tick(long nowNs) {
        if (nowNs - nextNs < 0) {
            return;
        }
        long passed = (nowNs - nextNs) / periodNs;
        late += passed;
        nextNs += (passed + 1) * periodNs;
        if (inFlight || wiring.room().isPaused()) {
            late++;
            return;
        }
        String obstacle = venue.requestObstacle(plan.weight(), nowNs);
        if (obstacle.isEmpty()) {
            requests++;
            inFlight = true;
            HttpGet.send(plan, venue, wiring, this::ended);
            return;
        }
        late++;
        if (venue.isBanned(nowNs)) {
            banned();
        } else {
            failed(obstacle);
        }
    }

    /** The venue's whole address is banned, so nothing comes here either. */
    void banned() {
        venue.states().set(plan.stream(), FeedState.STALE, StateCause.BANNED, venue.banText());
    }

    TransportReport.Poll report() {
        return new TransportReport.Poll(
                plan.stream(),
                plan.name(),
                venue.states().state(plan.stream()),
                venue.states().reason(plan.stream()),
                requests,
                failures,
                late,
                lastArrivalNs);
    }

    private void ended(int status, String failure) {
        inFlight = false;
        if (failure.isEmpty()) {
            failuresInARow = 0;
            lastArrivalNs = wiring.outlet().wallNs();
            venue.states().set(plan.stream(), FeedState.SYNCHRONIZED, StateCause.DATA, "data comes");
        } else {
            failures.merge(status, 1L, Long::sum);
            failed(failure);
        }
    }

    private void failed(String reason) {
        if (++failuresInARow >= FAILURES_UNTIL_STALE) {
            venue.states().set(plan.stream(), FeedState.STALE, StateCause.POLL_FAILED, reason);
        }
    }
}
