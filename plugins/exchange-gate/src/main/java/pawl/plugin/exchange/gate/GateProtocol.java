package pawl.plugin.exchange.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pawl.api.exchange.FeedHearing;
import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedStream;
import pawl.api.token.Instrument;

/** How Gate's channels are subscribed to and recognised: one message for each channel, with the contracts in a list. */
final class GateProtocol implements FeedProtocol {
    private static final int MOST_CONTRACTS_PER_MESSAGE = 50;

    /** A message must say its time; of public channels the venue does not look at it, and its own examples send this one. */
    private static final String TIME = "{\"time\":123456,";

    private static final String PING = TIME + "\"channel\":\"futures.ping\"}";

    private final FeedPlan plan;
    private final SocketHearing hearing;

    /** @throws IllegalArgumentException when a symbol is listed twice, or holds what JSON text cannot */
    GateProtocol(List<Instrument> instruments) {
        for (Instrument instrument : instruments) {
            requirePlain(instrument.symbol());
        }
        plan = GateStreams.plan(instruments);
        hearing = new SocketHearing(plan.groups().stream()
                .flatMap(group -> group.streams().stream())
                .map(FeedStream::name)
                .toList());
    }

    /** Symbols are put into JSON as they are. */
    private static void requirePlain(String symbol) {
        if (symbol.chars().anyMatch(c -> c <= ' ' || c == '"' || c == '\\' || c == '/')) {
            throw new IllegalArgumentException("\"" + symbol + "\" is no contract of Gate's");
        }
    }

    @Override
    public FeedPlan plan() {
        return plan;
    }

    @Override
    public List<Subscription> subscribe(List<String> names, long firstRequestId) {
        Map<String, List<String>> streamsOfChannel = new LinkedHashMap<>();
        for (String name : names) {
            streamsOfChannel
                    .computeIfAbsent(name.substring(0, name.indexOf('/')), ignored -> new ArrayList<>())
                    .add(name);
        }
        List<Subscription> subscriptions = new ArrayList<>();
        streamsOfChannel.forEach((channel, streams) -> {
            for (int from = 0; from < streams.size(); from += MOST_CONTRACTS_PER_MESSAGE) {
                List<String> part = streams.subList(from, Math.min(from + MOST_CONTRACTS_PER_MESSAGE, streams.size()));
                subscriptions.add(subscription(channel, part, firstRequestId + subscriptions.size()));
            }
        });
        return subscriptions;
    }

    private static Subscription subscription(String channel, List<String> streams, long id) {
        List<String> contracts = streams.stream()
                .map(stream -> stream.substring(stream.indexOf('/') + 1))
                .toList();
        String text = TIME + "\"id\":" + id + ",\"channel\":\"" + channel + "\",\"event\":\"subscribe\",\"payload\":[\""
                + String.join("\",\"", contracts) + "\"]}";
        return new Subscription(id, text, streams);
    }

    @Override
    public Optional<String> ping() {
        return Optional.of(PING);
    }

    @Override
    public void hear(byte[] bytes, int offset, int length, FeedHearing target) {
        hearing.hear(bytes, offset, length, target);
    }

    /** The venue gives past trades by their time alone, which a gap of ids does not tell. */
    @Override
    public Optional<Repair> repair(int instrument, long firstMissingId, long lastMissingId, boolean areAggregates) {
        return Optional.empty();
    }
}
