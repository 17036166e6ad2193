package pawl.kernel.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedProtocol.Repair;
import pawl.api.token.Token;
import pawl.kernel.contract.LiveListener;
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
    private static final String NOBODY_ASKS = " stay missing: the venue is not listened to any more";
    private static final int HIGHEST_NUMBER = (1 << 24) - 1;

    private record Gap(LiveStream stream, long firstMissingId, long lastMissingId, boolean areAggregates) {
        Gap from(long id) {
            return new Gap(stream, id, lastMissingId, areAggregates);
        }

        Gap of(LiveStream other) {
            return new Gap(other, firstMissingId, lastMissingId, areAggregates);
        }

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
    private final LiveListener listener;
    private final Set<Integer> givenUp = new HashSet<>();
    private final List<Gap> found = new ArrayList<>();
    private final Map<Integer, Open> repairs = new TreeMap<>();
    private int lastNumber;

    GapRepairs(LivePlan plan, StreamStates states, TransportSide side, LiveListener listener) {
        this.plan = plan;
        this.states = states;
        this.side = side;
        this.listener = listener;
    }

    /** Inside a tick, so it is only noted here. */
    @Override
    public void gap(int venue, Token token, long firstMissingId, long lastMissingId, boolean areAggregates) {
        for (List<LiveStream> streams : plan.streams()) {
            Optional<LiveStream> trades = trades(streams, venue, token);
            if (trades.isPresent()) {
                found.add(new Gap(trades.get(), firstMissingId, lastMissingId, areAggregates));
                return;
            }
        }
    }

    private static Optional<LiveStream> trades(List<LiveStream> streams, int venue, Token token) {
        for (LiveStream stream : streams) {
            if (stream.venue().index() == venue
                    && stream.stream().kind() == EventKind.TRADE
                    && stream.instrument().token().index() == token.index()) {
                return Optional.of(stream);
            }
        }
        return Optional.empty();
    }

    /** A venue is about to be heard by other means: what is missing is asked for in their words, or stays missing where there are none. */
    void change(int venue, List<LiveStream> next, long timeMs) throws PawlException {
        List<Gap> moved = new ArrayList<>();
        for (int number : List.copyOf(repairs.keySet())) {
            Open repair = open(number);
            Gap gap = repair.gap;
            if (gap.stream().venue().index() != venue) {
                continue;
            }
            repairs.remove(number);
            givenUp.add(number); // What its request still brings is of the means before.
            Gap left = gap.from(repair.fetchedThroughId + 1);
            Optional<LiveStream> trades =
                    trades(next, venue, gap.stream().instrument().token());
            trades.ifPresent(stream -> moved.add(left.of(stream)));
            if (trades.isEmpty()) {
                states.repairEnds(gap.stream().position(), FeedCause.GAP_UNREPAIRED, timeMs, left.text() + NOBODY_ASKS);
            }
        }
        for (Gap gap : List.copyOf(found)) {
            if (gap.stream().venue().index() == venue) {
                found.remove(gap);
                trades(next, venue, gap.stream().instrument().token()).ifPresent(stream -> moved.add(gap.of(stream)));
            }
        }
        found.addAll(moved);
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
    void again(Fetcher fetcher, long timeMs) throws PawlException {
        if (repairs.isEmpty()) {
            return;
        }
        for (int number : List.copyOf(repairs.keySet())) {
            Open repair = open(number);
            if (repair.retryMs <= timeMs) {
                repair.retryMs = NEVER;
                goOn(number, repair, fetcher, timeMs);
            }
        }
    }

    private void goOn(int number, Open repair, Fetcher fetcher, long timeMs) throws PawlException {
        Optional<Repair> request = request(repair.gap, repair.fetchedThroughId + 1);
        if (request.isPresent()) {
            fetch(number, request.get(), fetcher);
            return;
        }
        repairs.remove(number);
        states.repairEnds(
                repair.gap.stream().position(),
                FeedCause.GAP_UNREPAIRED,
                timeMs,
                repair.gap.text() + " stay missing: the plugin does not say how to ask for all of them");
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
        if (givenUp.remove(number)) {
            return;
        }
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
            goOn(number, repair, fetcher, timeMs);
        }
    }

    private Open open(int number) {
        Open repair = repairs.get(number);
        if (repair == null) {
            throw new IllegalStateException("a request for repair " + number + " ended, and there is no such repair");
        }
        return repair;
    }

    private Optional<Repair> request(Gap gap, long firstMissingId) {
        LiveStream stream = gap.stream();
        try {
            Optional<Repair> request = stream.venue()
                    .protocol()
                    .repair(stream.stream().instrument(), firstMissingId, gap.lastMissingId(), gap.areAggregates());
            if (request.isPresent() && request.get().lastId() < firstMissingId) {
                throw new IllegalStateException("its request ends with id "
                        + request.get().lastId() + ", before the first that is missing, " + firstMissingId);
            }
            return request;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            listener.notice(stream.venue().name() + ": its plugin failed when it was to say how to ask for "
                    + gap.from(firstMissingId).text() + ": "
                    + String.valueOf(e).lines().findFirst().orElse(""));
            return Optional.empty();
        }
    }

    private void fetch(int number, Repair request, Fetcher fetcher) {
        Open repair = open(number);
        LiveStream stream = repair.gap.stream();
        repair.askedThroughId = request.lastId();
        fetcher.fetch(
                stream.venue().name(),
                new PollPlan(
                        stream.venue().requestFeed(),
                        stream.number(),
                        stream.stream().name(),
                        stream.venue().request(request.path()),
                        Duration.ofSeconds(1),
                        request.weight(),
                        request.before(),
                        request.after()),
                failure -> side.repairEnded(number, failure));
    }
}
