package pawl.plugin.exchange.hyperliquid;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedHearing;
import pawl.api.exchange.FeedLimits;
import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedPlan.SocketGroup;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedStream;
import pawl.api.exchange.FeedStream.Silence;
import pawl.api.token.Instrument;

/** How Hyperliquid's trades and best quotes are subscribed to and recognised. */
final class HyperliquidProtocol implements FeedProtocol {
    /** The venue takes 1,000 subscriptions on 10 sockets from one address. */
    private static final int MOST_STREAMS_PER_SOCKET = 100;

    private static final long IRREGULAR_LIMIT_MS = 10_000;
    /** 30 connects and 2,000 messages a minute; a socket is closed after 60 s without a message. A day's life is an assumption. */
    private static final FeedLimits LIMITS = new FeedLimits(30, 60_000, 10, 0, "", 86_400_000, 30_000);

    private static final String PING = "{\"method\":\"ping\"}";

    private final FeedPlan plan;
    private final SocketHearing hearing;

    /** @throws IllegalArgumentException when a coin is listed twice, or holds what JSON text cannot */
    HyperliquidProtocol(List<Instrument> instruments) {
        List<FeedStream> streams = new ArrayList<>();
        for (Instrument instrument : instruments) {
            requirePlain(instrument.symbol());
            streams.add(stream(Channel.TRADES, instrument, EventKind.TRADE));
            streams.add(stream(Channel.QUOTE, instrument, EventKind.BOOK_TICKER));
        }
        plan = new FeedPlan(
                URI.create("wss://api.hyperliquid.xyz"),
                URI.create("https://api.hyperliquid.xyz"),
                List.of(new SocketGroup("perpetuals", "/ws", streams, MOST_STREAMS_PER_SOCKET)),
                List.of(),
                LIMITS);
        hearing = new SocketHearing(instruments.stream().map(Instrument::symbol).toList());
    }

    private static FeedStream stream(Channel channel, Instrument instrument, EventKind kind) {
        return new FeedStream(
                channel.stream(instrument.symbol()),
                instrument.index(),
                kind,
                Silence.IRREGULAR,
                IRREGULAR_LIMIT_MS,
                false);
    }

    /** Coins are put into JSON as they are. A dex of its own stands before its coins, with a colon. */
    private static void requirePlain(String coin) {
        if (coin.chars().anyMatch(c -> c <= ' ' || c == '"' || c == '\\')) {
            throw new IllegalArgumentException("\"" + coin + "\" is no coin of Hyperliquid's");
        }
    }

    @Override
    public FeedPlan plan() {
        return plan;
    }

    /** One message for each stream: the venue passes over a list of subscriptions without a word. */
    @Override
    public List<Subscription> subscribe(List<String> names, long firstRequestId) {
        List<Subscription> subscriptions = new ArrayList<>();
        for (String name : names) {
            int colon = name.indexOf(':');
            String text = "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"" + name.substring(0, colon)
                    + "\",\"coin\":\"" + name.substring(colon + 1) + "\"}}";
            subscriptions.add(new Subscription(firstRequestId + subscriptions.size(), text, List.of(name)));
        }
        return subscriptions;
    }

    @Override
    public Optional<String> ping() {
        return Optional.of(PING);
    }

    @Override
    public void hear(byte[] bytes, int offset, int length, FeedHearing target) {
        hearing.hear(bytes, offset, length, target);
    }

    /** Ids are in no order, so nobody can say which are missing; past trades are had with a POST alone. */
    @Override
    public Optional<Repair> repair(int instrument, long firstMissingId, long lastMissingId, boolean areAggregates) {
        return Optional.empty();
    }
}
