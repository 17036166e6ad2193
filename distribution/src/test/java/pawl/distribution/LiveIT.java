package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A live run of the zip, heard over real sockets on loopback, and what it leaves (D1: live = replay). */
class LiveIT {
    private static final String GIVES_DATA = ".* [5-9] of 12 streams give data";

    @Test
    void underAStormItLeavesWhatAReplayOfItsCaptureLeaves() throws IOException {
        Path folder = Distribution.scratch("storm");
        Path data = folder.resolve("data");
        Path capture = folder.resolve("capture");
        Path again = folder.resolve("again");
        Path storm = Files.copy(Path.of("src/test/resources/short-storm.yaml"), folder.resolve("storm.yaml"));

        JsonNode run = Pawl.succeed(
                        "run",
                        "--pace",
                        1,
                        "--faults",
                        storm,
                        "--data",
                        data,
                        "--capture",
                        capture,
                        "--duration",
                        "22s",
                        "--json")
                .json();
        Pawl.succeed("replay", capture, "--data", again);

        assertThat(StoredFiles.hashes(again)).isEqualTo(StoredFiles.hashes(data));
        assertThat(Pawl.succeed("feeds", "--data", again, "--json").out())
                .isEqualTo(Pawl.succeed("feeds", "--data", data, "--json").out());
        assertThat(run.get("events").get("TRADE").asLong()).isPositive();
        assertThat(run.get("events").get("FEED_STATE").asLong()).isGreaterThan(10);
        assertThat(run.get("refused").asLong()).isPositive();
        assertThat(run.get("duplicates").asLong()).isPositive();
        // The inputs in the log alone give its decisions, whatever the storm did to them.
        Pawl.succeed("timeline", "--data", data);
    }

    @Test
    void everyTradeThatTheVenueSentIsLoggedOrInALoggedGap() throws IOException {
        Path folder = Distribution.scratch("account");
        Path data = folder.resolve("data");
        Path storm = Files.writeString(folder.resolve("storm.yaml"), """
                faults:
                  - {at: 3s, every: 4s, fault: duplicate, count: 5}
                  - {at: 4s, every: 5s, fault: cut, route: market}
                  - {at: 5s, every: 5s, fault: cut, route: public}
                """);
        try (PawlProcess venue = PawlProcess.start("venue", "--pace", 10, "--port", 0, "--faults", storm, "--json")) {
            String address = venue.awaitLine("serving .*").replaceFirst(".* at (http://\\S+) .*", "$1");
            Pawl.succeed(
                    "run",
                    "--at",
                    address,
                    "--config",
                    ScenarioRun.configuration("two-tokens"),
                    "--data",
                    data,
                    "--duration",
                    "12s");
            venue.terminate();
            assertThat(venue.awaitEnd()).isZero();
            JsonNode sent = JsonMapper.shared().readTree(venue.out());
            assertThat(sent.get("faults").get("cut").get("effects").asLong()).isPositive();
            for (String token : List.of("CHZ", "SANTOS")) {
                AggregateIds ids = AggregateIds.of(data, token);
                assertThat(ids.logged()).as(token).isNotEmpty();
                assertThat(ids.missing())
                        .as("aggregates of %s between the first and the last that are in no log and no gap", token)
                        .isEmpty();
            }
        }
    }

    @Test
    void aSignalEndsItAtATickAndASecondAtOnce() {
        Path folder = Distribution.scratch("signals");
        Path data = folder.resolve("data");
        Path capture = folder.resolve("capture");
        try (PawlProcess run = PawlProcess.start("run", "--data", data, "--capture", capture, "--json")) {
            run.awaitLine("a local venue serves .*");
            awaitFiles(data.resolve("ticks"));
            run.terminate();
            assertThat(run.awaitEnd()).isZero();
            assertThat(run.out()).contains("\"lastTick\":");
        }
        Pawl.succeed("replay", capture, "--data", folder.resolve("again"));
        assertThat(StoredFiles.hashes(folder.resolve("again"))).isEqualTo(StoredFiles.hashes(data));

        Path other = folder.resolve("other");
        try (PawlProcess run = PawlProcess.start("run", "--data", other)) {
            run.awaitLine("a local venue serves .*");
            awaitFiles(other.resolve("ticks"));
            run.terminate();
            run.awaitLine("stopping at the next tick boundary.*");
            run.terminate();
            assertThat(run.awaitEnd()).isIn(0, 143);
        }
        assertThat(Pawl.succeed("log", "stat", other, "--json").out()).contains("\"damage\":null");
    }

    @Test
    void killedItLeavesACaptureThatReplaysToTheSameLogsAndFurther() {
        Path folder = Distribution.scratch("killed");
        Path data = folder.resolve("data");
        Path capture = folder.resolve("capture");
        try (PawlProcess run = PawlProcess.start("run", "--data", data, "--capture", capture)) {
            run.awaitLine(GIVES_DATA);
            run.kill();
        }
        Path again = folder.resolve("again");
        Pawl.Outcome replay = Pawl.succeed("replay", capture, "--data", again);

        assertThat(replay.error()).contains("the zstd data is cut; all that was whole was read");
        Map<String, byte[]> killed = logs(data);
        Map<String, byte[]> replayed = logs(again);
        assertThat(killed).isNotEmpty();
        killed.forEach((name, bytes) -> {
            int whole = bytes.length - bytes.length % 64;
            byte[] same = replayed.get(name);
            int common = Math.min(whole, same.length);
            assertThat(Arrays.copyOf(same, common)).as(name).isEqualTo(Arrays.copyOf(bytes, common));
        });
    }

    @Test
    void itGoesOnWhereItStopped() {
        Path folder = Distribution.scratch("resumed");
        Path data = folder.resolve("data");
        Path capture = folder.resolve("capture");
        Pawl.succeed("run", "--data", data, "--capture", capture, "--duration", "5s");
        Pawl.succeed("run", "--data", data, "--capture", capture, "--resume", "--duration", "5s");
        Path again = folder.resolve("again");
        Pawl.succeed("replay", capture, "--data", again);

        Map<String, byte[]> straight = logs(again);
        logs(data)
                .forEach(
                        (name, bytes) -> assertThat(straight.get(name)).as(name).isEqualTo(bytes));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --venue nobody|no venue nobody with instruments is configured; there are binance",
                "run --duration 5x|is no length of time; write it as 90s, 10m or 24h",
                "run --faults nowhere.yaml|nowhere.yaml: cannot be read",
                "run --pace 0|--pace 0 is not allowed",
                "run --scenario nothing|there is no scenario nothing; there are",
                "run --venue binance --scenario cascade|--scenario, --tokens, --hours and --serve are for a local venue",
                "run --resume|name it with --data DIR",
                "venue --port 70000|--port 70000 is not allowed; it must be 1 to 65535",
                "venue --certificate x.pem|--certificate and --key go together",
                "feeds --data nowhere|nowhere"
            })
    void whatCannotBeDoneIsToldInALine(String arguments, String said) {
        Pawl.Outcome outcome = Pawl.run((Object[]) arguments.split(" "));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.error()).startsWith("pawl: ").contains(said);
    }

    @Test
    void aVenueThatIsNotThereIsToldAndTriedAgain() {
        Pawl.Outcome run = Pawl.succeed(
                "run",
                "--at",
                "http://127.0.0.1:1",
                "--config",
                ScenarioRun.configuration("two-tokens"),
                "--duration",
                "3s",
                "--json");

        assertThat(run.error()).contains("STALE: the connection cannot be made");
        assertThat(run.json().get("ticks").asLong()).isPositive();
        assertThat(run.json().get("streams").get(0).get("breaks").asLong()).isGreaterThan(1);
    }

    private static Map<String, byte[]> logs(Path data) {
        Map<String, byte[]> logs = new TreeMap<>();
        for (String folder : new String[] {"logs", "ticks"}) {
            for (Path file : Distribution.filesBelow(data.resolve(folder))) {
                logs.put(data.relativize(file).toString(), StoredFiles.bytes(file));
            }
        }
        return logs;
    }

    /** Until the first ticks are on disk. */
    private static void awaitFiles(Path folder) {
        long deadlineNs = System.nanoTime() + 60_000_000_000L;
        while (!Files.isDirectory(folder) || Distribution.filesBelow(folder).isEmpty()) {
            assertThat(System.nanoTime()).as("ticks come to disk").isLessThan(deadlineNs);
            Thread.onSpinWait();
        }
    }
}
