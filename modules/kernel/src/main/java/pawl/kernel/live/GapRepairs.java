package pawl.kernel.live;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedProtocol.Repair;
import pawl.api.token.Token;
import pawl.kernel.contract.PawlException;
import pawl.kernel.engine.GapListener;
import pawl.transport.PollPlan;

/**
 * Fetches what a venue's trades have missed, one request after the other for each gap. What comes enters in the tick in which it arrives;
 * what cannot be had stays a logged gap. On the engine's thread.
 */
final class GapRepairs implements GapListener {
    private static final int MOST_FAILURES = 10;
    private static final long FIRST_WAIT_MS = 1_000;
    private static final long LONGEST_WAIT_MS = 60_000;
    private static final long NEVER = Long.MAX_VALUE;
    private static final String STAY_MISSING = " stay missing: the run ends";
    private static final int HIGHEST_NUMBER = (1 << 24) - 1;

    private record Gap(LiveStream stream, long firstMissingId, long lastMissingId, boolean areAggregates) {
        String text() {
            return (areAggregates ? "aggregates " : "trades ") + firstMissingId + " to " + lastMissingId;
        }
    }

    private static final class Open {
        private final Gap gap;
        private long askedThroughId;
        private long fetchedThroughId;
        private int failures;
        private long retryMs = NEVER;

        Open(Gap gap) {
            this.gap = gap;
            askedThroughId = gap.firstMissingId() - 1;
            fetchedThroughId = askedThroughId;
        }
    }

    private final LivePlan plan;
    private final StreamStates states;
    private final TransportSide side;
    private final List<Gap> found = new ArrayList<>();
    private final Map<Integer, Open> repairs = new TreeMap<>();
    private int lastNumber;

    GapRepairs(LivePlan plan, StreamStates states, TransportSide side) {
        this.plan = plan;
        this.states = states;
        this.side = side;
    }

    /** Inside a tick, so it is only noted here. */
    @Override
    public void gap(int venue, Token token, long firstMissingId, long lastMissingId, boolean areAggregates) {
        for (List<LiveStream> streams : plan.streams()) {
            for (LiveStream stream : streams) {
                if (stream.venue().index() == venue
                        && stream.stream().kind() == EventKind.TRADE
                        && stream.instrument().token().index() == token.index()) {
                    found.add(new Gap(stream, firstMissingId, lastMissingId, areAggregates));
                    return;
                }
            }
        }
    }

    /** Asks for what the ticks so far have found missing. */
    void begin(Fetcher fetcher, long timeMs) throws PawlException {
        if (found.isEmpty()) {
            return;
        }
        List<Gap> gaps = List.copyOf(found);
        found.clear();
        for (Gap gap : gaps) {
            int position = gap.stream().position();
            Optional<Repair> request = request(gap, gap.firstMissingId());
            if (request.isEmpty()) {
                states.notRepairable(position, timeMs, gap.text() + " are missing, and the venue gives them to nobody");
                continue;
            }
            lastNumber = lastNumber + 1 & HIGHEST_NUMBER;
            repairs.put(lastNumber, new Open(gap));
            states.repairBegins(position, timeMs, gap.text() + " are missing");
            fetch(lastNumber, request.get(), fetcher);
        }
    }

    /** Asks again where a request has failed and has waited long enough. */
    void again(Fetcher fetcher, long timeMs) {
        if (repairs.isEmpty()) {
            return;
        }
        repairs.forEach((number, repair) -> {
            if (repair.retryMs <= timeMs) {
                repair.retryMs = NEVER;
                fetch(number, request(repair.gap, repair.fetchedThroughId + 1).orElseThrow(), fetcher);
            }
        });
    }

    /** Nothing comes any more: what has not come stays missing. */
    void stopped(long timeMs) throws PawlException {
        for (Open repair : repairs.values()) {
            int position = repair.gap.stream().position();
            states.repairEnds(position, FeedCause.GAP_UNREPAIRED, timeMs, repair.gap.text() + STAY_MISSING);
        }
        repairs.clear();
        // What is told may close a tick, in which more is found.
        while (!found.isEmpty()) {
            Gap gap = found.removeFirst();
            states.notRepairable(gap.stream().position(), timeMs, gap.text() + STAY_MISSING);
        }
    }

    /** A request has ended; its trades, where there were any, are with the engine. */
    void ended(int number, String failure, Fetcher fetcher, long timeMs) throws PawlException {
        Open repair = open(number);
        Gap gap = repair.gap;
        int position = gap.stream().position();
        if (!failure.isEmpty() && ++repair.failures < MOST_FAILURES) {
            repair.retryMs = timeMs + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS << (repair.failures - 1));
            return;
        }
        if (!failure.isEmpty()) {
            repairs.remove(number);
            states.repairEnds(position, FeedCause.GAP_UNREPAIRED, timeMs, gap.text() + " stay missing: " + failure);
            return;
        }
        repair.fetchedThroughId = repair.askedThroughId;
        if (repair.fetchedThroughId >= gap.lastMissingId()) {
            repairs.remove(number);
            states.repairEnds(position, FeedCause.GAP_REPAIRED, timeMs, gap.text() + " have come");
        } else {
            fetch(number, request(gap, repair.fetchedThroughId + 1).orElseThrow(), fetcher);
        }
    }

    private Open open(int number) {
        Open repair = repairs.get(number);
        if (repair == null) {
            throw new IllegalStateException("a request for repair " + number + " ended, and there is no such repair");
        }
        return repair;
    }

    private static Optional<Repair> request(Gap gap, long firstMissingId) {
        return gap.stream()
                .venue()
                .protocol()
                .repair(gap.stream().stream().instrument(), firstMissingId, gap.lastMissingId(), gap.areAggregates());
    }

    private void fetch(int number, Repair request, Fetcher fetcher) {
        Open repair = open(number);
        LiveStream stream = repair.gap.stream();
        repair.askedThroughId = request.lastId();
        URI uri = plan.request(stream.venue(), request.path());
        fetcher.fetch(
                stream.venue().name(),
                new PollPlan(
                        stream.venue().requestFeed(),
                        stream.number(),
                        stream.stream().name(),
                        uri,
                        Duration.ofSeconds(1),
                        request.weight(),
                        request.before(),
                        request.after()),
                failure -> side.repairEnded(number, failure));
    }
}
