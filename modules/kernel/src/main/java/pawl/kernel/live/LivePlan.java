package pawl.kernel.live;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** What the transport is to do for the venues listened to, and what its numbers of feeds and streams mean. */
final class LivePlan {
    private final Optional<LiveEndpoint> endpoint;
    private final List<LiveFeed> feeds = new ArrayList<>();
    private final List<LiveVenue> venues = new ArrayList<>();
    private final List<List<LiveStream>> streams = new ArrayList<>();
    private final List<VenuePlan> transportPlans = new ArrayList<>();
    private int streamCount;

    LivePlan(Optional<LiveEndpoint> endpoint) {
        this.endpoint = endpoint;
    }

    /** @param instruments the venue's, each at the position that its index states */
    void add(ListenedVenue listened, List<Instrument> instruments) {
        FeedPlan plan = listened.protocol().plan();
        String prefix =
                listened.name() + endpoint.map(other -> "/" + other.label()).orElse("") + "/";
        LiveVenue venue = new LiveVenue(
                listened.index(),
                listened.name(),
                listened.protocol(),
                plan,
                feed(prefix + "rest", listened.index(), false),
                feed(prefix + HearingFrame.FEED, listened.index(), true));
        venues.add(venue);
        List<LiveStream> numbered = new ArrayList<>();
        List<SocketPlan> sockets = new ArrayList<>();
        for (SocketGroup group : plan.groups()) {
            int feed = feed(prefix + group.name(), listened.index(), false);
            addSockets(venue, group, feed, numbered.size(), sockets);
            for (FeedStream stream : group.streams()) {
                numbered.add(new LiveStream(
                        venue, numbered.size(), streamCount++, stream, instruments.get(stream.instrument()), false));
            }
        }
        List<PollPlan> polls = new ArrayList<>();
        for (Poll poll : plan.polls()) {
            polls.add(poll(venue, poll, numbered.size()));
            numbered.add(new LiveStream(
                    venue,
                    numbered.size(),
                    streamCount++,
                    poll.stream(),
                    instruments.get(poll.stream().instrument()),
                    true));
        }
        streams.add(List.copyOf(numbered));
        transportPlans.add(new VenuePlan(
                listened.name(), sockets, polls, limits(plan.limits()), new ProtocolDialogue(listened.protocol())));
    }

    private int feed(String name, int venueIndex, boolean tellsOfHearing) {
        feeds.add(new LiveFeed(name, venueIndex, tellsOfHearing));
        return feeds.size() - 1;
    }

    private void addSockets(LiveVenue venue, SocketGroup group, int feed, int firstNumber, List<SocketPlan> sockets) {
        List<FeedStream> all = group.streams();
        URI uri = URI.create(socketBase(venue.plan()) + group.path());
        for (int from = 0; from < all.size(); from += group.mostStreamsPerSocket()) {
            int to = Math.min(all.size(), from + group.mostStreamsPerSocket());
            List<StreamPlan> plans = new ArrayList<>();
            for (int i = from; i < to; i++) {
                plans.add(plan(all.get(i), firstNumber + i));
            }
            String name = venue.name() + "/" + group.name() + (from == 0 ? "" : "-" + (sockets.size() + 1));
            sockets.add(new SocketPlan(feed, name, uri, plans));
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

    private PollPlan poll(LiveVenue venue, Poll poll, int number) {
        return new PollPlan(
                venue.requestFeed(),
                number,
                poll.stream().name(),
                request(venue, poll.path()),
                Duration.ofMillis(poll.everyMs()),
                poll.weight(),
                "",
                "");
    }

    /** Where a path of the venue's is asked for. */
    URI request(LiveVenue venue, String path) {
        return URI.create(
                endpoint.map(LiveEndpoint::requests).orElse(venue.plan().restBase()) + path);
    }

    private URI socketBase(FeedPlan plan) {
        return endpoint.map(LiveEndpoint::sockets).orElse(plan.socketBase());
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

    /** By number. */
    List<LiveFeed> feeds() {
        return feeds;
    }

    List<LiveVenue> venues() {
        return venues;
    }

    /** By position among {@link #venues}, then by number. */
    List<List<LiveStream>> streams() {
        return streams;
    }

    List<VenuePlan> transportPlans() {
        return transportPlans;
    }

    /** A venue to listen to, by its place among those configured. */
    record ListenedVenue(int index, String name, FeedProtocol protocol) {}
}
