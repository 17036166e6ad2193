package pawl.kernel.live;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedHearing;
import pawl.api.exchange.FeedLimits;
import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedStream;
import pawl.api.token.Instrument;
import pawl.kernel.engine.EnginePlan;

/**
 * A venue of which trades and liquidations of every instrument are listened to, {@value #MOST_STREAMS_PER_SOCKET} streams a socket, and
 * funding is polled. What was missed is given in pages of {@value #PAGE}, trades alone and not below id 10.
 */
record ToyProtocol(List<Instrument> instruments) implements FeedProtocol {
    static final int PAGE = 10;
    static final long FIRST_GIVEN_ID = 10;
    static final int MOST_STREAMS_PER_SOCKET = 4;
    static final Map<String, String> HEADERS = Map.of("X-Toy", "1");

    /** The toys' venues, all of them. */
    static LivePlan planOf(EnginePlan engine) {
        return planOf(engine, new HearingPlanner(Optional.empty()));
    }

    static LivePlan planOf(EnginePlan engine, HearingPlanner planner) {
        LivePlan plan = new LivePlan();
        for (int i = 0; i < engine.venues().size(); i++) {
            plan.hear(hearing(engine, i, planner));
        }
        return plan;
    }

    static VenueHearing hearing(EnginePlan engine, int index, HearingPlanner planner) {
        EnginePlan.Venue venue = engine.venues().get(index);
        return planner.plan(
                new HearingPlanner.ListenedVenue(
                        index, venue.name(), venue.pluginId(), new ToyProtocol(venue.instruments())),
                venue.instruments());
    }

    @Override
    public FeedPlan plan() {
        List<FeedStream> streams = new ArrayList<>();
        List<FeedPlan.Poll> polls = new ArrayList<>();
        for (Instrument instrument : instruments) {
            streams.add(stream(instrument, EventKind.TRADE, false));
            streams.add(stream(instrument, EventKind.LIQUIDATION, true));
            polls.add(new FeedPlan.Poll(stream(instrument, EventKind.FUNDING, false), "/funding", 1_000, 1));
        }
        return new FeedPlan(
                URI.create("wss://toy.invalid"),
                URI.create("https://toy.invalid"),
                List.of(new FeedPlan.SocketGroup("public", "/ws", streams, MOST_STREAMS_PER_SOCKET, HEADERS)),
                polls,
                new FeedLimits(10, 1_000, 10, 1_000, "", 1_000, 1_000));
    }

    private static FeedStream stream(Instrument instrument, EventKind kind, boolean isSampled) {
        return new FeedStream(
                instrument.symbol() + "@" + kind,
                instrument.index(),
                kind,
                FeedStream.Silence.MEANINGLESS,
                1_000,
                isSampled);
    }

    @Override
    public List<Subscription> subscribe(List<String> streams, long firstRequestId) {
        return List.of(new Subscription(firstRequestId, "subscribe", streams));
    }

    @Override
    public Optional<String> ping() {
        return Optional.empty();
    }

    @Override
    public void hear(byte[] bytes, int offset, int length, FeedHearing hearing) {
        hearing.data(0);
    }

    @Override
    public Optional<Repair> repair(int instrument, long firstMissingId, long lastMissingId, boolean areAggregates) {
        if (areAggregates || firstMissingId < FIRST_GIVEN_ID) {
            return Optional.empty();
        }
        long lastId = Math.min(lastMissingId, firstMissingId + PAGE - 1);
        String symbol = instruments.get(instrument).symbol();
        return Optional.of(
                new Repair("/trades?" + symbol + "&" + firstMissingId + "&" + lastId, 1, symbol + "(", ")", lastId));
    }
}
