package pawl.plugin.exchange.bybit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pawl.api.exchange.FeedHearing;
import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedStream;
import pawl.api.token.Instrument;

/** How Bybit's topics are subscribed to and recognised. */
final class BybitProtocol implements FeedProtocol {
    /** The venue answers a request as a whole: one topic that it does not know refuses all of its request. */
    private static final int MOST_TOPICS_PER_REQUEST = 10;

    private static final String PING = "{\"op\":\"ping\"}";

    private final FeedPlan plan;
    private final SocketHearing hearing;

    /** @throws IllegalArgumentException when a symbol is listed twice, or holds what JSON text cannot */
    BybitProtocol(List<Instrument> instruments) {
        for (Instrument instrument : instruments) {
            requirePlain(instrument.symbol());
        }
        plan = BybitStreams.plan(instruments);
        hearing = new SocketHearing(plan.groups().stream()
                .flatMap(group -> group.streams().stream())
                .map(FeedStream::name)
                .toList());
    }

    /** Symbols are put into JSON as they are. */
    private static void requirePlain(String symbol) {
        if (symbol.chars().anyMatch(c -> c <= ' ' || c == '"' || c == '\\' || c == '.')) {
            throw new IllegalArgumentException("\"" + symbol + "\" is no symbol of Bybit's");
        }
    }

    @Override
    public FeedPlan plan() {
        return plan;
    }

    @Override
    public List<Subscription> subscribe(List<String> names, long firstRequestId) {
        List<Subscription> subscriptions = new ArrayList<>();
        for (int from = 0; from < names.size(); from += MOST_TOPICS_PER_REQUEST) {
            List<String> part = names.subList(from, Math.min(from + MOST_TOPICS_PER_REQUEST, names.size()));
            long id = firstRequestId + subscriptions.size();
            String text = part.stream()
                    .collect(Collectors.joining(
                            "\",\"", "{\"req_id\":\"" + id + "\",\"op\":\"subscribe\",\"args\":[\"", "\"]}"));
            subscriptions.add(new Subscription(id, text, part));
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

    /** Of trades named by UUIDs nobody can say which are missing, and the venue has no request for some of them. */
    @Override
    public Optional<Repair> repair(int instrument, long firstMissingId, long lastMissingId, boolean areAggregates) {
        return Optional.empty();
    }
}
