package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static pawl.api.exchange.FrameRefusedException.Reason.BAD_VALUE;
import static pawl.api.exchange.FrameRefusedException.Reason.DOES_NOT_FIT;
import static pawl.api.exchange.FrameRefusedException.Reason.MALFORMED;
import static pawl.api.exchange.FrameRefusedException.Reason.MISSING_FIELD;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.event.EventFlag;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FeedProtocol.Repair;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.testkit.CanonicalEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trades fetched afterwards are the events that the stream would have given, but for the flag that says so. */
class MissedTradesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> ROW_FIELDS = List.of("a", "p", "q", "f", "l", "T", "m");

    @Test
    void decodes() throws FrameRefusedException {
        assertThat(Venue.decode("""
                {"backfill":"BTCUSDT","trades":[{"a":3478018549,"p":"83434.40","q":"0.016","nq":"0.012","f":8154045700,\
                "l":8154045704,"T":1791391081874,"m":true},{"a":3478018550,"p":"83434.5","q":"1","f":8154045705,\
                "l":8154045705,"T":1791391081875,"m":false}]}"""))
                .containsExactly(
                        new CanonicalEvent.Trade(
                                0,
                                1791391081874L,
                                8154045700L,
                                8154045704L,
                                3478018549L,
                                8343440,
                                16,
                                EventFlag.AGGREGATE | EventFlag.BACKFILLED | EventFlag.TAKER_SOLD),
                        new CanonicalEvent.Trade(
                                0,
                                1791391081875L,
                                8154045705L,
                                8154045705L,
                                3478018550L,
                                8343450,
                                1000,
                                EventFlag.AGGREGATE | EventFlag.BACKFILLED));
    }

    @Test
    void saysWhereThereWereNone() throws FrameRefusedException {
        assertThat(Venue.decode("{\"backfill\":\"BTCUSDT\",\"trades\":[]}"))
                .containsExactly(new CanonicalEvent.Ignored("noMissedTrades"));
        assertThat(Venue.decode("{\"backfill\":\"ETHUSDT\",\"trades\":[{\"a\":\"nonsense\"}]}"))
                .containsExactly(new CanonicalEvent.Unconfigured("ETHUSDT"));
    }

    @Test
    void theCommittedAggregatesRoundTrip() throws FrameRefusedException {
        assertThat(assertRoundTrip(Fixtures.lines("streams_2021-2022.jsonl"))).isEqualTo(2);
    }

    @Test
    void recordedAggregatesRoundTrip() throws IOException, FrameRefusedException {
        assertThat(assertRoundTrip(SharedData.field("recordings/cryptofeed_20210722.jsonl.gz", "data")))
                .isEqualTo(91);
    }

    @Test
    void bodiesAsTheVenueSentThemDecode() throws IOException, FrameRefusedException {
        int trades = 0;
        for (byte[] line : SharedData.lines("rest/gocryptotrader_polls.jsonl")) {
            JsonNode request = JSON.readTree(line);
            if (request.path("path").asString().equals("/fapi/v1/aggTrades")) {
                JsonNode body = request.path("body");
                List<CanonicalEvent> calls = Venue.decode(frame("BTCUSDT", body.toString()));
                assertThat(calls).hasSize(body.size());
                for (int i = 0; i < calls.size(); i++) {
                    CanonicalEvent.Trade trade = (CanonicalEvent.Trade) calls.get(i);
                    assertThat(trade.aggregateId())
                            .isEqualTo(body.get(i).path("a").longValue());
                    assertThat(EventFlag.has(trade.flags(), EventFlag.BACKFILLED))
                            .isTrue();
                }
                trades += calls.size();
            }
        }
        assertThat(trades).isGreaterThan(10);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void anyAggregatesRoundTrip(long seed) throws FrameRefusedException {
        SplittableRandom random = new SplittableRandom(seed);
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            long first = random.nextLong(1L << random.nextInt(1, 63));
            long last = first + random.nextInt(5);
            String symbol = random.nextBoolean() ? "BTCUSDT" : "币安人生USDT";
            frames.add(String.format(
                            Locale.ROOT,
                            "{\"e\":\"aggTrade\",\"E\":1,\"s\":\"%s\",\"a\":%d,\"p\":\"%s\",\"q\":\"%s\",\"f\":%d,\"l\":%d,"
                                    + "\"T\":%d,\"m\":%b}",
                            symbol,
                            random.nextLong(Long.MAX_VALUE),
                            decimal(random),
                            decimal(random),
                            first,
                            last,
                            random.nextLong(1L << 45),
                            random.nextBoolean())
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(assertRoundTrip(frames)).isEqualTo(1_000);
    }

    /** Above 0, with at most eight decimals, written as the venue may write it. */
    private static String decimal(SplittableRandom random) {
        long mantissa = 1 + random.nextLong(1L << random.nextInt(1, 60));
        int decimals = random.nextInt(9);
        String digits = String.format(Locale.ROOT, "%0" + (decimals + 1) + "d", mantissa % 10_000_000_000L + 1);
        int point = digits.length() - decimals;
        return decimals == 0 ? digits : digits.substring(0, point) + "." + digits.substring(point);
    }

    /** Decodes the aggregates of streams one by one, and again as the answers of repairs; returns how many. */
    private static int assertRoundTrip(List<byte[]> frames) throws FrameRefusedException {
        Map<String, List<JsonNode>> messages = new TreeMap<>();
        for (byte[] frame : frames) {
            JsonNode root = JSON.readTree(frame);
            JsonNode message = root.has("data") ? root.path("data") : root;
            if (message.path("e").asString("").equals("aggTrade")) {
                messages.computeIfAbsent(message.path("s").asString(), _ -> new ArrayList<>())
                        .add(message);
            }
        }
        int count = 0;
        for (Map.Entry<String, List<JsonNode>> entry : messages.entrySet()) {
            ExchangeAdapter adapter = Venue.adapter(-8, -8, List.of(entry.getKey()));
            List<CanonicalEvent> streamed = new ArrayList<>();
            List<String> rows = new ArrayList<>();
            for (JsonNode message : entry.getValue()) {
                for (CanonicalEvent call : Venue.decode(adapter, message.toString())) {
                    streamed.add(backfilled((CanonicalEvent.Trade) call));
                }
                rows.add(row(message));
            }
            assertThat(Venue.decode(adapter, frame(entry.getKey(), rows.toString())))
                    .isEqualTo(streamed);
            count += rows.size();
        }
        return count;
    }

    private static CanonicalEvent backfilled(CanonicalEvent.Trade trade) {
        return new CanonicalEvent.Trade(
                trade.instrument(),
                trade.exchangeTimeMs(),
                trade.firstTradeId(),
                trade.lastTradeId(),
                trade.aggregateId(),
                trade.priceMantissa(),
                trade.quantityMantissa(),
                trade.flags() | EventFlag.BACKFILLED);
    }

    private static String row(JsonNode message) {
        StringBuilder row = new StringBuilder();
        for (String field : ROW_FIELDS) {
            row.append(row.isEmpty() ? '{' : ',')
                    .append('"')
                    .append(field)
                    .append("\":")
                    .append(message.get(field));
        }
        return row.append('}').toString();
    }

    /** As a repair makes it of an answer. */
    private static String frame(String symbol, String body) {
        Repair repair = Protocols.of(symbol).repair(0, 1, 1, true).orElseThrow();
        return repair.before() + body + repair.after();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                argumentSet("a torn answer", "[{\"a\":1", MALFORMED),
                argumentSet("a page instead of an answer", "<html></html>", MALFORMED),
                argumentSet("the venue's error", "{\"code\":-1003,\"msg\":\"banned\"}", BAD_VALUE),
                argumentSet("a row that is none", "[null]", BAD_VALUE),
                argumentSet("a row that is a number", "[7]", BAD_VALUE),
                argumentSet("no id", row("a", ""), MISSING_FIELD),
                argumentSet("no time", row("T", ""), MISSING_FIELD),
                argumentSet("no side", row("m", ""), BAD_VALUE),
                argumentSet("a side that is a number", row("m", "1"), BAD_VALUE),
                argumentSet("price 0", row("p", "\"0\""), BAD_VALUE),
                argumentSet("a price that is too fine", row("p", "\"3.001\""), DOES_NOT_FIT),
                argumentSet("a quantity below 0", row("q", "\"-1\""), BAD_VALUE),
                argumentSet("an id with a fraction", row("a", "2.5"), BAD_VALUE),
                argumentSet("a last fill before the first", row("l", "3"), BAD_VALUE));
    }

    /** A row whose field has another value, or is not there. */
    private static String row(String field, String value) {
        Map<String, String> fields =
                new TreeMap<>(Map.of("a", "1", "p", "\"3\"", "q", "\"4\"", "f", "5", "l", "6", "T", "7", "m", "true"));
        fields.put(field, value);
        fields.values().removeIf(String::isEmpty);
        List<String> members = new ArrayList<>();
        fields.forEach((name, text) -> members.add("\"" + name + "\":" + text));
        return "[{" + String.join(",", members) + "}]";
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses(String body, Reason reason) {
        FrameRefusedException refusal =
                catchThrowableOfType(FrameRefusedException.class, () -> Venue.decode(frame("BTCUSDT", body)));
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
    }
}
