package pawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pawl.kernel.contract.AdapterHealth;
import pawl.kernel.contract.Durability;
import pawl.kernel.contract.ReplayReport;
import pawl.kernel.contract.ReplayReport.TokenReport;
import pawl.kernel.contract.ReplayRequest;

class ReplayOutcomeTest {

    @Test
    void scriptsGetTheAgreedObject() {
        assertThat(json(report()))
                .isEqualTo(
                        "{\"frames\":60381,\"ignored\":{\"depthUpdate\":11788},\"refused\":0,"
                                + "\"events\":{\"TRADE\":10738,\"BOOK_TICKER\":37440,\"MARK_PRICE\":415,\"LIQUIDATION\":0,"
                                + "\"OPEN_INTEREST\":0,\"FUNDING\":7},\"offBook\":1,\"duplicates\":2,\"late\":3,\"gaps\":4,"
                                + "\"ticks\":1659,\"firstTick\":6722611200,\"lastTick\":6722612858,"
                                + "\"transitions\":{\"token\":5,\"cluster\":6,\"event\":7},\"tokens\":{\"BTCUSDT\":{\"records\":48593,"
                                + "\"state\":\"BUILD\",\"sha256\":{\"2023-04-05\":\"ab\",\"2023-04-06\":\"cd\"}},"
                                + "\"CHZUSDT\":{\"records\":0,\"state\":\"BUILD\",\"sha256\":{}},"
                                + "\"ETHUSDT\":{\"records\":0,\"state\":\"BUILD\",\"sha256\":{}}},"
                                + "\"digest\":\"ef\",\"seconds\":0.000,\"framesPerSecond\":123456789,"
                                + "\"outages\":0,\"conflated\":0,\"unconfigured\":{\"ETHUSDT\":9},"
                                + "\"problems\":{},\"autoConfigured\":[],"
                                + "\"clusters\":{\"all\":\"CLUSTER_CALM\"},\"phases\":{\"final\":\"EVENT_MID\"},\"synthetic\":true,"
                                + "\"adapters\":{\"failedFrames\":8,\"droppedFrames\":9,\"changes\":1,\"quarantined\":[\"acme\"]}}\n");
    }

    @Test
    void ticksAreNullWhereNoneRan() {
        assertThat(json(withoutTicks())).contains("\"ticks\":0,\"firstTick\":null,\"lastTick\":null,");
    }

    @Test
    void tradersGetAPage() {
        ReplayRequest request = new ReplayRequest(
                List.of(Path.of("a.gz")),
                Optional.empty(),
                Path.of("config"),
                false,
                Path.of("plugins"),
                false,
                false,
                false,
                OptionalLong.empty(),
                Optional.empty(),
                false,
                Durability.SYSTEM);

        assertThat(String.join("\n", new ReplaySummary(request, report()).lines()))
                .isEqualTo("""
                        60,381 frames in 0.000 s, 123,456,789 frames/s
                        SYNTHETIC: a market model made these frames; no exchange sent them

                        ticks                        1,659  2023-04-05 00:00:00.000 to 2023-04-05 00:06:54.750 UTC
                        events       TRADE          10,738  1 off the book
                                     BOOK_TICKER    37,440
                                     MARK_PRICE        415
                                     LIQUIDATION         0
                                     OPEN_INTEREST       0
                                     FUNDING             7
                        transitions  tokens              5
                                     clusters            6
                                     events              7
                        ignored      depthUpdate    11,788
                        refused                          0
                        duplicates                       2
                        late                             3
                        gaps                             4
                        no token     ETHUSDT             9

                        TOKEN    RECORDS  STATE  LOGS OF
                        BTCUSDT   48,593  BUILD  2023-04-05 to 2023-04-06, 2 days
                        without records: CHZUSDT, ETHUSDT

                        digest   ef
                        Nothing was kept; --data DIR keeps logs and snapshots.

                        adapters: failed on 8 frames, dropped 9 frames, took up 1 other build
                        in quarantine, because their adapters failed steadily: acme

                        Messages of symbols that no token has were left out. Add tokens to config/pawl.yaml, or let --auto configure them.""");
    }

    private static String json(ReplayReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Streams streams = new Streams(new Output(out), new Output(out), false);
        ReplayJson.write(report, streams);
        streams.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ReplayReport report() {
        return report(1659, OptionalLong.of(6722611200L), OptionalLong.of(6722612858L));
    }

    private static ReplayReport withoutTicks() {
        return report(0, OptionalLong.empty(), OptionalLong.empty());
    }

    private static ReplayReport report(long ticks, OptionalLong firstTick, OptionalLong lastTick) {
        Map<String, Long> events = new LinkedHashMap<>();
        events.put("TRADE", 10_738L);
        events.put("BOOK_TICKER", 37_440L);
        events.put("MARK_PRICE", 415L);
        events.put("LIQUIDATION", 0L);
        events.put("OPEN_INTEREST", 0L);
        events.put("FUNDING", 7L);
        SortedMap<String, String> hashes = new TreeMap<>(Map.of("2023-04-05", "ab", "2023-04-06", "cd"));
        TokenReport silent = new TokenReport(0, "BUILD", new TreeMap<>());
        return new ReplayReport(
                60_381,
                new TreeMap<>(Map.of("depthUpdate", 11_788L)),
                new TreeMap<>(Map.of("ETHUSDT", 9L)),
                0,
                events,
                1,
                2,
                3,
                4,
                0,
                0,
                ticks,
                firstTick,
                lastTick,
                5,
                new TreeMap<>(Map.of(
                        "ETHUSDT", silent, "BTCUSDT", new TokenReport(48_593, "BUILD", hashes), "CHZUSDT", silent)),
                new TreeMap<>(),
                List.of(),
                "ef",
                1e-5,
                123_456_789.2,
                6,
                7,
                new TreeMap<>(Map.of("all", "CLUSTER_CALM")),
                new TreeMap<>(Map.of("final", "EVENT_MID")),
                true,
                new AdapterHealth(8, 9, 1, List.of("acme")));
    }
}
