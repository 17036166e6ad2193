package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that was written for Binance by others reads from the venue what the venue was given. */
final class CcxtClientTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Path SOURCES = Path.of("src", "test", "ccxt");
    private static final Path INSTALLED = Path.of("target", "ccxt");
    private static final long FIRST_ID = 3_478_018_549L;
    private static final int WANTED = 10;
    private static final int SERVED = 60;

    @Test
    void readsTradesAndMarkPrices() throws Exception {
        boolean isThere = isOnPath("node") && isOnPath("npm");
        assumeTrue(isThere || "true".equals(System.getenv("CI")), "skipped: node and npm are not on the PATH");
        assertThat(isThere).as("node and npm are on the PATH").isTrue();
        install();

        MarketTape market = new MarketTape();
        for (int i = 0; i < SERVED; i++) {
            market.trade("CHZUSDT", FIRST_ID + i, 10 + i * 100L)
                    .markPrice("CHZUSDT", "0.0725" + String.format("%04d", i), 50 + i * 100L);
        }
        // Both of the client's sockets must be there before the first frame.
        VenueSettings settings = VenueSettings.onLoopback(1).withStart(true, 3_000);
        try (LocalVenue venue = LocalVenue.start(market.frames(), FaultScript.none(), settings)) {
            List<JsonNode> said = run(venue);
            assertThat(said.getFirst().path("info").toString())
                    .isEqualTo("{\"id\":\"CHZUSDT\",\"active\":true,\"tick\":\"0.00001\"}");
            assertTrades(of("trade", said));
            assertMarkPrices(of("markPrice", said));
            assertThat(venue.report().connections())
                    .extracting(ConnectionReport::path)
                    .allMatch(path -> path.startsWith("/market/ws/"));
        }
    }

    private static void assertTrades(List<JsonNode> trades) {
        assertThat(trades).hasSizeGreaterThanOrEqualTo(WANTED);
        // On a busy machine this socket may come after the market has started.
        int first = (int) (trades.getFirst().path("id").asLong() - FIRST_ID);
        for (int i = first; i < first + WANTED; i++) {
            long timeMs = MarketTape.START_MS + 10 + i * 100L - 150;
            assertThat(trades.get(i - first).toString())
                    .isEqualTo("{\"id\":\"" + (FIRST_ID + i)
                            + "\",\"price\":0.07251,\"amount\":316,\"side\":\"sell\",\"timestamp\":" + timeMs + "}");
        }
    }

    /** The client keeps only the latest, so that one may be passed over where the machine is busy. */
    private static void assertMarkPrices(List<JsonNode> markPrices) {
        assertThat(markPrices).hasSize(WANTED);
        int last = -1;
        for (JsonNode markPrice : markPrices) {
            long sinceStartMs = markPrice.path("timestamp").asLong() - MarketTape.START_MS;
            int i = (int) (sinceStartMs - 50) / 100;
            assertThat(i).isGreaterThan(last).isLessThan(SERVED);
            assertThat(markPrice.toString())
                    .isEqualTo("{\"markPrice\":" + Double.parseDouble("0.0725" + String.format("%04d", i))
                            + ",\"indexPrice\":0.07248,\"timestamp\":" + (MarketTape.START_MS + 50 + i * 100L) + "}");
            last = i;
        }
    }

    private static List<JsonNode> of(String kind, List<JsonNode> said) {
        return said.stream()
                .filter(line -> line.path("kind").asString().equals(kind))
                .map(line -> line.path("info"))
                .toList();
    }

    private static boolean isOnPath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    /** What was installed for the same lock file is used again. */
    private static void install() throws Exception {
        Path lock = SOURCES.resolve("package-lock.json");
        Path done = INSTALLED.resolve("installed");
        if (Files.exists(done) && Files.readString(done).equals(Files.readString(lock))) {
            return;
        }
        Files.createDirectories(INSTALLED);
        for (String name : List.of("package.json", "package-lock.json")) {
            Files.copy(SOURCES.resolve(name), INSTALLED.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(output("npm", "ci", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund"))
                .isNotEmpty();
        Files.copy(lock, done, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<JsonNode> run(LocalVenue venue) throws Exception {
        Files.copy(SOURCES.resolve("client.js"), INSTALLED.resolve("client.js"), StandardCopyOption.REPLACE_EXISTING);
        return output(
                        "node",
                        "client.js",
                        venue.restUri().toString(),
                        venue.webSocketUri().toString(),
                        "CHZ/USDT:USDT",
                        Integer.toString(WANTED))
                .stream()
                .map(MAPPER::readTree)
                .toList();
    }

    private static List<String> output(String... command) throws IOException, InterruptedException {
        Path errors = INSTALLED.resolve("errors.txt");
        List<String> lines = new ArrayList<>();
        Process process = new ProcessBuilder(command)
                .directory(INSTALLED.toFile())
                .redirectError(errors.toFile())
                .start();
        Thread reader = Thread.ofPlatform()
                .start(() -> process.inputReader(StandardCharsets.UTF_8).lines().forEach(lines::add));
        boolean isEnded = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        reader.join();
        assertThat(isEnded && process.exitValue() == 0)
                .as("%s said: %s\n%s", List.of(command), lines, Files.readString(errors))
                .isTrue();
        return lines;
    }
}
