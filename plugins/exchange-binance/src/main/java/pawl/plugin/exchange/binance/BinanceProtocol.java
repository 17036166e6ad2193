package pawl.plugin.exchange.binance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pawl.api.exchange.FeedHearing;
import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedStream;
import pawl.api.token.Instrument;

/** How Binance's combined streams are subscribed to and recognised. */
final class BinanceProtocol implements FeedProtocol {
    /** One message stays well below the venue's limit on its size. */
    private static final int MOST_STREAMS_PER_MESSAGE = 50;

    /** Of one request for aggregates. */
    private static final int MOST_ROWS = 1_000;

    private static final int AGGREGATES_WEIGHT = 20;

    private final List<Instrument> instruments;
    private final FeedPlan plan;
    private final SocketHearing hearing;

    /** @throws IllegalArgumentException when a symbol is listed twice, or holds what JSON text cannot */
    BinanceProtocol(List<Instrument> listed) {
        instruments = List.copyOf(listed);
        for (Instrument instrument : instruments) {
            requirePlain(instrument.symbol());
        }
        plan = BinanceStreams.plan(instruments);
        hearing = new SocketHearing(plan.groups().stream()
                .flatMap(group -> group.streams().stream())
                .map(FeedStream::name)
                .toList());
    }

    /** Symbols are put into JSON as they are. */
    private static void requirePlain(String symbol) {
        if (symbol.chars().anyMatch(c -> c <= ' ' || c == '"' || c == '\\' || c == '@' || c == '/')) {
            throw new IllegalArgumentException("\"" + symbol + "\" is no symbol of Binance's");
        }
    }

    @Override
    public FeedPlan plan() {
        return plan;
    }

    @Override
    public List<Subscription> subscribe(List<String> names, long firstRequestId) {
        List<Subscription> subscriptions = new ArrayList<>();
        for (int from = 0; from < names.size(); from += MOST_STREAMS_PER_MESSAGE) {
            List<String> part = names.subList(from, Math.min(from + MOST_STREAMS_PER_MESSAGE, names.size()));
            long id = firstRequestId + subscriptions.size();
            String text = part.stream()
                    .collect(Collectors.joining(
                            "\",\"", "{\"method\":\"SUBSCRIBE\",\"params\":[\"", "\"],\"id\":" + id + "}"));
            subscriptions.add(new Subscription(id, text, part));
        }
        return subscriptions;
    }

    @Override
    public Optional<String> ping() {
        return Optional.empty();
    }

    @Override
    public void hear(byte[] bytes, int offset, int length, FeedHearing target) {
        hearing.hear(bytes, offset, length, target);
    }

    /** Aggregates alone: fills are asked for by nobody, and {@code /fapi/v1/historicalTrades} wants a key. */
    @Override
    public Optional<Repair> repair(int instrument, long firstMissingId, long lastMissingId, boolean areAggregates) {
        if (firstMissingId < 0 || lastMissingId < firstMissingId) {
            throw new IllegalArgumentException("ids " + firstMissingId + " to " + lastMissingId
                    + " are missing: the first is at least 0, the last not below");
        }
        if (!areAggregates) {
            return Optional.empty();
        }
        String symbol = instruments.get(instrument).symbol();
        long lastId = firstMissingId + Math.min(lastMissingId - firstMissingId, MOST_ROWS - 1);
        String path = "/fapi/v1/aggTrades?symbol=" + URLEncoder.encode(symbol, StandardCharsets.UTF_8) + "&fromId="
                + firstMissingId + "&limit=" + (lastId - firstMissingId + 1);
        return Optional.of(
                new Repair(path, AGGREGATES_WEIGHT, "{\"backfill\":\"" + symbol + "\",\"trades\":", "}", lastId));
    }
}
