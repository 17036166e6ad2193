package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two symbols over midnight UTC, from four captures merged. */
class TwoDaysIT {

    @Test
    void bothSymbolsGetALogForEachDay() {
        List<Path> captures = List.of(
                SharedData.recording("ethusdt_20240719.gz"),
                SharedData.recording("btcusdt_20240718.gz"),
                SharedData.recording("ethusdt_20240718.gz"),
                SharedData.recording("btcusdt_20240719.gz"));
        Path data = Distribution.scratch("two days").resolve("data");

        Pawl.Outcome outcome = Pawl.command(
                        "replay",
                        captures.get(0),
                        captures.get(1),
                        captures.get(2),
                        captures.get(3),
                        "--data",
                        data,
                        "--json")
                .javaOptions("-Xmx64m")
                .succeed();

        JsonNode report = outcome.json();
        assertThat(report.get("frames").asLong()).isEqualTo(11_414 + 60_570 + 14_003 + 55_910);
        assertThat(report.get("refused").asLong()).isZero();
        JsonNode events = report.get("events");
        assertThat(events.get("TRADE").asLong()).isEqualTo(974 + 9_727 + 1_640 + 12_015);
        assertThat(events.get("BOOK_TICKER").asLong()).isEqualTo(7_113 + 45_147 + 9_089 + 38_239);
        assertThat(report.get("ignored").get("depthUpdate").asLong()).isEqualTo(3_326 + 5_696 + 3_273 + 5_656);
        assertThat(StoredFiles.digest(data)).isEqualTo(outcome.digest());
        Map<String, long[]> tradesOfDays =
                Map.of("BTCUSDT", new long[] {974, 9_727}, "ETHUSDT", new long[] {1_640, 12_015});
        tradesOfDays.forEach((token, trades) -> {
            assertThat(trades(data, token, "2024-07-18")).isEqualTo(trades[0]);
            assertThat(trades(data, token, "2024-07-19")).isEqualTo(trades[1]);
        });
    }

    private static long trades(Path data, String token, String day) {
        JsonNode logs = Pawl.succeed("log", "stat", data, "--token", token, "--day", day, "--json")
                .json()
                .get("logs");
        assertThat(logs.size()).as(token + " " + day).isEqualTo(1);
        return logs.get(0).get("types").get("TRADE").asLong();
    }
}
