package pawl.plugin.exchange.okx;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

/** How OKX's channels are subscribed to and recognised. */
final class OkxProtocol implements FeedProtocol {
    private static final int MOST_ARGUMENTS_PER_MESSAGE = 50;
    /** Of one request for trades. */
    private static final int MOST_ROWS = 100;

    private static final int TRADES_WEIGHT = 1;
    private static final String LIQUIDATIONS = OkxStreams.name(Channel.LIQUIDATIONS, "");

    private final List<Instrument> instruments;
    private final FeedPlan plan;
    private final SocketHearing hearing;

    /** @throws IllegalArgumentException when a symbol is listed twice, or holds what JSON text cannot */
    OkxProtocol(List<Instrument> listed) {
        instruments = List.copyOf(listed);
        for (Instrument instrument : instruments) {
            requirePlain(instrument.symbol());
        }
        plan = OkxStreams.plan(instruments);
        hearing = new SocketHearing(plan.groups().stream()
                .flatMap(group -> group.streams().stream())
                .map(FeedStream::name)
                .toList());
    }

    /** Symbols are put into JSON as they are. */
    private static void requirePlain(String symbol) {
        if (symbol.chars().anyMatch(c -> c <= ' ' || c == '"' || c == '\\' || c == '/')) {
            throw new IllegalArgumentException("\"" + symbol + "\" is no symbol of OKX's");
        }
    }

    @Override
    public FeedPlan plan() {
        return plan;
    }

    @Override
    public List<Subscription> subscribe(List<String> names, long firstRequestId) {
        Map<String, List<String>> streamsOfArgument = new LinkedHashMap<>();
        for (String name : names) {
            streamsOfArgument
                    .computeIfAbsent(argument(name), ignored -> new ArrayList<>())
                    .add(name);
        }
        List<String> arguments = List.copyOf(streamsOfArgument.keySet());
        List<Subscription> subscriptions = new ArrayList<>();
        for (int from = 0; from < arguments.size(); from += MOST_ARGUMENTS_PER_MESSAGE) {
            List<String> part = arguments.subList(from, Math.min(from + MOST_ARGUMENTS_PER_MESSAGE, arguments.size()));
            long id = firstRequestId + subscriptions.size();
            String text = "{\"id\":\"" + id + "\",\"op\":\"subscribe\",\"args\":[" + String.join(",", part) + "]}";
            List<String> streams = part.stream()
                    .flatMap(argument -> streamsOfArgument.getOrDefault(argument, List.of()).stream())
                    .toList();
            subscriptions.add(new Subscription(id, text, streams));
        }
        return subscriptions;
    }

    private static String argument(String stream) {
        if (stream.startsWith(LIQUIDATIONS)) {
            return "{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"}";
        }
        int slash = stream.indexOf('/');
        return "{\"channel\":\"" + stream.substring(0, slash) + "\",\"instId\":\"" + stream.substring(slash + 1)
                + "\"}";
    }

    @Override
    public Optional<String> ping() {
        return Optional.of("ping");
    }

    @Override
    public void hear(byte[] bytes, int offset, int length, FeedHearing target) {
        hearing.hear(bytes, offset, length, target);
    }

    /** The history of single fills, which the venue keeps for three months and gives the newest first. */
    @Override
    public Optional<Repair> repair(int instrument, long firstMissingId, long lastMissingId, boolean areAggregates) {
        if (firstMissingId < 0 || lastMissingId < firstMissingId) {
            throw new IllegalArgumentException("ids " + firstMissingId + " to " + lastMissingId
                    + " are missing: the first is at least 0, the last not below");
        }
        if (areAggregates) {
            return Optional.empty();
        }
        String symbol = instruments.get(instrument).symbol();
        long lastId = firstMissingId + Math.min(lastMissingId - firstMissingId, MOST_ROWS - 1);
        String path = "/api/v5/market/history-trades?instId=" + URLEncoder.encode(symbol, StandardCharsets.UTF_8)
                + "&type=1&after=" + (lastId + 1) + "&limit=" + (lastId - firstMissingId + 1);
        return Optional.of(
                new Repair(path, TRADES_WEIGHT, "{\"backfill\":\"" + symbol + "\",\"trades\":", "}", lastId));
    }
}
