package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One token heard on three venues at once, each in its own wire format: two minutes made here, in which one venue pauses. */
class HybridIT {
    private static final long START_MS = 1_791_331_200_000L;
    private static final int TICK_MS = 250;
    private static final int SECONDS = 120;
    private static final int PAUSE_FROM = 40;
    private static final int PAUSE_TO = 80;
    private static final String HEADER = "{\"t\":\"header\",\"format\":2}\n";

    /** A line of cryptofeed's raw collection; its connection names the venue. */
    private static String line(String venue, long ms, String frame) {
        String quoted = frame.replace("\"", "\\\"");
        return "{\"t\":\"recv\",\"conn\":\"" + venue + "/made\",\"ts\":" + ms / 1_000 + "."
                + String.format(Locale.ROOT, "%03d", ms % 1_000) + ",\"data\":\"" + quoted + "\"}\n";
    }

    private static List<Path> captures(Path folder) throws IOException {
        Map<String, StringBuilder> lines = new TreeMap<>();
        for (int second = 0; second < SECONDS; second++) {
            long ms = START_MS + second * 1_000L;
            String price = "65" + (100 + second) + ".5";
            lines.computeIfAbsent("binance", _ -> new StringBuilder(HEADER))
                    .append(line(
                            "binance",
                            ms + 160,
                            "{\"stream\":\"btcusdt@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"E\":" + (ms + 150)
                                    + ",\"a\":" + second
                                    + ",\"s\":\"BTCUSDT\",\"p\":\"" + price + "\",\"q\":\"0.050\",\"f\":" + second
                                    + ",\"l\":" + second
                                    + ",\"T\":" + ms + ",\"m\":true}}"));
            lines.computeIfAbsent("bybit", _ -> new StringBuilder(HEADER))
                    .append(line(
                            "bybit",
                            ms + 30,
                            "{\"topic\":\"publicTrade.BTCUSDT\",\"type\":\"snapshot\",\"ts\":" + (ms + 20)
                                    + ",\"data\":[{\"T\":" + ms
                                    + ",\"s\":\"BTCUSDT\",\"S\":\"Sell\",\"v\":\"0.050\",\"p\":\"" + price
                                    + "\",\"L\":\"PlusTick\",\"i\":\"20f43950-d8dd-5b31-9112-a178eb6023"
                                    + String.format(Locale.ROOT, "%02x", second) + "\",\"BT\":false}]}"));
            if (second < PAUSE_FROM || second >= PAUSE_TO) {
                lines.computeIfAbsent("okx", _ -> new StringBuilder(HEADER))
                        .append(line(
                                "okx",
                                ms + 40,
                                "{\"arg\":{\"channel\":\"trades\",\"instId\":\"BTC-USDT-SWAP\"},\"data\":[{\"instId\":\"BTC-USDT-SWAP\","
                                        + "\"tradeId\":\"" + (second + 1) + "\",\"px\":\"" + price
                                        + "\",\"sz\":\"5\",\"side\":\"sell\",\"ts\":\""
                                        + ms + "\",\"count\":\"1\"}]}"));
            }
        }
        List<Path> captures = new ArrayList<>();
        for (Map.Entry<String, StringBuilder> venue : lines.entrySet()) {
            Path file = folder.resolve(venue.getKey() + ".jsonl");
            Files.writeString(file, venue.getValue());
            captures.add(file);
        }
        return captures;
    }

    private static JsonNode replay(Path data, List<Path> captures) {
        List<Object> arguments = new ArrayList<>(List.of("replay"));
        arguments.addAll(captures);
        arguments.addAll(List.of("--config", Distribution.home().resolve("config/hybrid"), "--data", data, "--json"));
        return Pawl.succeed(arguments.toArray()).json();
    }

    @Test
    void oneTokensTradesOfThreeVenuesMeanTheSameInOneLog() throws IOException {
        Path folder = Distribution.scratch("hybrid");
        List<Path> captures = captures(folder);
        Path data = folder.resolve("data");

        JsonNode report = replay(data, captures);
        assertThat(report.get("refused").asInt()).isZero();
        Map<Integer, Integer> tradesOfVenue = new TreeMap<>();
        for (JsonNode trade : Pawl.succeed("log", "cat", data, "--token", "BTC", "--type", "TRADE", "--json")
                .jsonLines()) {
            tradesOfVenue.merge(trade.get("venueIndex").asInt(), 1, Integer::sum);
            assertThat(trade.get("quantity").asString()).isEqualTo("0.050000");
            assertThat(trade.get("flags").toString()).contains("TAKER_SOLD");
        }
        assertThat(tradesOfVenue).isEqualTo(Map.of(0, SECONDS, 1, SECONDS, 2, SECONDS - (PAUSE_TO - PAUSE_FROM)));
        List<JsonNode> gaps = Pawl.succeed("log", "cat", data, "--token", "BTC", "--type", "GAP", "--json")
                .jsonLines();
        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.get("venueIndex").asInt()).isEqualTo(2);
            assertThat(gap.get("firstMissingId").asInt()).isEqualTo(PAUSE_FROM + 1);
            assertThat(gap.get("lastMissingId").asInt()).isEqualTo(PAUSE_TO);
        });

        assertThat(replay(folder.resolve("again"), captures.reversed()).get("digest"))
                .isEqualTo(report.get("digest"));
        Path converted = folder.resolve("all.pawlcap");
        Pawl.succeed(Stream.of(List.of("capture", "convert"), captures, List.of("--output", converted))
                .flatMap(List::stream)
                .toArray());
        assertThat(replay(folder.resolve("converted"), List.of(converted)).get("digest"))
                .isEqualTo(report.get("digest"));
    }

    /** OKX misses 40 trades, and is the only one that does. */
    @Test
    void aGapOfOneVenueDoesNotHoldTheToken() throws IOException {
        Path folder = Distribution.scratch("hybrid");
        Path data = folder.resolve("data");
        replay(data, captures(folder));

        long showingTheGap = (START_MS + PAUSE_TO * 1_000L) / TICK_MS;
        String why = Pawl.succeed("explain", "--data", data, "--token", "BTC", "--tick", showingTheGap)
                .out();
        assertThat(why)
                .containsPattern("(?m)^ +okx +for a gap")
                .containsPattern("(?m)^ +binance +fresh")
                .containsPattern("(?m)^ +held +no");
    }
}
