package pawl.kernel.live;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pawl.api.exchange.FeedLimits;
import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedPlan.Poll;
import pawl.api.exchange.FeedPlan.SocketGroup;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedStream;
import pawl.api.exchange.FeedStream.Silence;
import pawl.api.token.Instrument;
import pawl.kernel.contract.LiveEndpoint;
import pawl.kernel.engine.HearingFrame;
import pawl.transport.PollPlan;
import pawl.transport.SocketPlan;
import pawl.transport.StreamPlan;
import pawl.transport.VenueLimits;
import pawl.transport.VenuePlan;

/** Makes of a plugin's protocol what the transport is to do, with numbers of feeds and positions of streams that no other has. One thread at a time. */
final class HearingPlanner {
    private final Optional<LiveEndpoint> endpoint;
    private final Map<Integer, Integer> hearingFeeds = new HashMap<>();
    private int feedCount;
    private int streamCount;

    HearingPlanner(Optional<LiveEndpoint> endpoint) {
        this.endpoint = endpoint;
    }

    /** A venue to listen to, by its place among those configured. */
    record ListenedVenue(int index, String name, String pluginId, FeedProtocol protocol) {}

    /**
     * What to do for a venue.
     *
     * @param instruments the venue's, each at the position that its index states
     * @throws RuntimeException whatever the protocol throws, or is wrong with its plan
     */
    VenueHearing plan(ListenedVenue listened, List<Instrument> instruments) {
        FeedPlan plan = listened.protocol().plan();
        String prefix =
                listened.name() + endpoint.map(other -> "/" + other.label()).orElse("") + "/";
        List<LiveFeed> feeds = new ArrayList<>();
        int requestFeed = add(feeds, prefix + "rest", listened.index(), false);
        LiveVenue venue = new LiveVenue(
                listened.index(),
                listened.name(),
                listened.protocol(),
                endpoint.map(LiveEndpoint::requests).orElse(plan.restBase()),
                requestFeed,
                hearingFeed(feeds, prefix, listened.index()));
        int firstPosition = streamCount;
        List<LiveStream> numbered = new ArrayList<>();
        List<SocketPlan> sockets = new ArrayList<>();
        for (SocketGroup group : plan.groups()) {
            int feed = add(feeds, prefix + group.name(), listened.index(), false);
            addSockets(venue, plan, group, feed, numbered.size(), sockets);
            for (FeedStream stream : group.streams()) {
                numbered.add(stream(venue, numbered.size(), stream, instruments, false));
            }
        }
        List<PollPlan> polls = new ArrayList<>();
        for (Poll poll : plan.polls()) {
            polls.add(poll(venue, poll, numbered.size()));
            numbered.add(stream(venue, numbered.size(), poll.stream(), instruments, true));
        }
        VenuePlan transportPlan = new VenuePlan(
                listened.name(),
                sockets,
                polls,
                limits(plan.limits()),
                new ProtocolDialogue(listened.pluginId(), listened.protocol()));
        return new VenueHearing(venue, feeds, firstPosition, numbered, transportPlan);
    }

    /** One for all that is ever heard of the venue, since what is told on it is of the change from one to the next, too. */
    private int hearingFeed(List<LiveFeed> feeds, String prefix, int venueIndex) {
        Integer known = hearingFeeds.get(venueIndex);
        if (known != null) {
            return known;
        }
        int number = add(feeds, prefix + HearingFrame.FEED, venueIndex, true);
        hearingFeeds.put(venueIndex, number);
        return number;
    }

    private int add(List<LiveFeed> feeds, String name, int venueIndex, boolean tellsOfHearing) {
        feeds.add(new LiveFeed(feedCount, name, venueIndex, tellsOfHearing));
        return feedCount++;
    }

    private LiveStream stream(
            LiveVenue venue, int number, FeedStream stream, List<Instrument> instruments, boolean isPoll) {
        return new LiveStream(venue, number, streamCount++, stream, instruments.get(stream.instrument()), isPoll);
    }

    private void addSockets(
            LiveVenue venue, FeedPlan plan, SocketGroup group, int feed, int firstNumber, List<SocketPlan> sockets) {
        List<FeedStream> all = group.streams();
        URI uri = URI.create(endpoint.map(LiveEndpoint::sockets).orElse(plan.socketBase()) + group.path());
        for (int from = 0; from < all.size(); from += group.mostStreamsPerSocket()) {
            int to = Math.min(all.size(), from + group.mostStreamsPerSocket());
            List<StreamPlan> plans = new ArrayList<>();
            for (int i = from; i < to; i++) {
                plans.add(plan(all.get(i), firstNumber + i));
            }
            String name = venue.name() + "/" + group.name() + (from == 0 ? "" : "-" + (sockets.size() + 1));
            sockets.add(new SocketPlan(feed, name, uri, plans, group.headers()));
        }
    }

    private static StreamPlan plan(FeedStream stream, int number) {
        return new StreamPlan(
                number, stream.name(), silence(stream.silence()), Duration.ofMillis(stream.silenceLimitMs()));
    }

    private static StreamPlan.Silence silence(Silence silence) {
        return switch (silence) {
            case FIXED_CADENCE -> StreamPlan.Silence.FIXED_CADENCE;
            case IRREGULAR -> StreamPlan.Silence.IRREGULAR;
            case MEANINGLESS -> StreamPlan.Silence.MEANINGLESS;
        };
    }

    private static PollPlan poll(LiveVenue venue, Poll poll, int number) {
        return new PollPlan(
                venue.requestFeed(),
                number,
                poll.stream().name(),
                venue.request(poll.path()),
                Duration.ofMillis(poll.everyMs()),
                poll.weight(),
                "",
                "");
    }

    private static VenueLimits limits(FeedLimits limits) {
        return new VenueLimits(
                limits.connects(),
                Duration.ofMillis(limits.connectWindowMs()),
                limits.messagesPerSecond(),
                limits.weightPerMinute(),
                limits.usedWeightHeader(),
                Duration.ofMillis(limits.connectionLifeMs()),
                Duration.ofMillis(limits.pingEveryMs()));
    }
}
