package pawl.plugin.exchange.binance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final byte[] ENVELOPE = "{\"stream\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RESULT = "{\"result\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CODE = "{\"code\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ERROR = "{\"error\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ID = "\"id\":".getBytes(StandardCharsets.US_ASCII);

    private final List<Instrument> instruments;
    private final FeedPlan plan;
    private final NameTable streams;

    BinanceProtocol(List<Instrument> instruments) {
        this.instruments = List.copyOf(instruments);
        plan = BinanceStreams.plan(instruments);
        streams = new NameTable(plan.groups().stream()
                .flatMap(group -> group.streams().stream())
                .map(FeedStream::name)
                .toList());
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
    public void hear(byte[] bytes, int offset, int length, FeedHearing hearing) {
        if (startsWith(ENVELOPE, bytes, offset, length)) {
            int from = offset + ENVELOPE.length;
            int to = from;
            while (to < offset + length && bytes[to] != '"') {
                to++;
            }
            hearing.data(streams.find(bytes, from, to - from));
        } else if (startsWith(RESULT, bytes, offset, length)) {
            hearing.acknowledged(requestId(bytes, offset, length));
        } else if (startsWith(CODE, bytes, offset, length) || startsWith(ERROR, bytes, offset, length)) {
            hearing.refused(requestId(bytes, offset, length));
        }
    }

    private static boolean startsWith(byte[] start, byte[] bytes, int offset, int length) {
        if (length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (bytes[offset + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** Answers are short; the id stands last in them. */
    private static long requestId(byte[] bytes, int offset, int length) {
        for (int at = offset + length - ID.length - 1; at >= offset; at--) {
            if (startsWith(ID, bytes, at, ID.length)) {
                return digits(bytes, at + ID.length, offset + length);
            }
        }
        return -1;
    }

    private static long digits(byte[] bytes, int from, int to) {
        long value = -1;
        for (int at = from; at < to && bytes[at] >= '0' && bytes[at] <= '9' && value < Integer.MAX_VALUE; at++) {
            value = Math.max(value, 0) * 10 + bytes[at] - '0';
        }
        return value;
    }

    /** Aggregates alone: fills are asked for by nobody, and {@code /fapi/v1/historicalTrades} wants a key. */
    @Override
    public Optional<Repair> repair(int instrument, long firstMissingId, long lastMissingId, boolean areAggregates) {
        if (!areAggregates) {
            return Optional.empty();
        }
        String symbol = instruments.get(instrument).symbol();
        long rows = Math.min(lastMissingId - firstMissingId + 1, MOST_ROWS);
        String query = Stream.of("symbol=" + symbol, "fromId=" + firstMissingId, "limit=" + rows)
                .collect(Collectors.joining("&"));
        return Optional.of(new Repair(
                "/fapi/v1/aggTrades?" + query,
                AGGREGATES_WEIGHT,
                "{\"backfill\":\"" + symbol + "\",\"trades\":",
                "}",
                firstMissingId + rows - 1));
    }
}
