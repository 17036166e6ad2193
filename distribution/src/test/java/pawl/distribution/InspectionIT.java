package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Logs, snapshots and captures, looked into. */
class InspectionIT {

    @Test
    void everyRecordIsALineOfJson() {
        BundledReplay replay = BundledReplay.once();

        List<JsonNode> records =
                Pawl.succeed("log", "cat", replay.data(), "--json").jsonLines();

        assertThat(records)
                .hasSize(replay.json()
                        .get("tokens")
                        .get("BTCUSDT")
                        .get("records")
                        .asInt());
        JsonNode trade = records.stream()
                .filter(record -> record.get("type").asString().equals("TRADE"))
                .findFirst()
                .orElseThrow();
        assertThat(trade.get("token").asString()).isEqualTo("BTCUSDT");
        assertThat(trade.get("tick").isIntegralNumber()).isTrue();
        assertThat(trade.get("price").isString()).isTrue();
        // The first trade of the recording.
        JsonNode frame = tradeFrames().getFirst();
        assertThat(trade.get("price").asDecimal())
                .isEqualByComparingTo(frame.get("p").asDecimal());
        assertThat(trade.get("quantity").asDecimal())
                .isEqualByComparingTo(frame.get("q").asDecimal());
    }

    @Test
    void recordsCanBeChosen() {
        BundledReplay replay = BundledReplay.once();
        long from = replay.firstTick() + 100;

        List<JsonNode> chosen = Pawl.succeed(
                        "log",
                        "cat",
                        replay.data().resolve("logs/BTCUSDT/2023-04-05.log"),
                        "--type",
                        "TRADE,MARK_PRICE",
                        "--from-tick",
                        from,
                        "--to-tick",
                        from + 9,
                        "--json")
                .jsonLines();

        assertThat(chosen).isNotEmpty().allSatisfy(record -> {
            assertThat(record.get("type").asString()).isIn("TRADE", "MARK_PRICE");
            assertThat(record.get("tick").asLong()).isBetween(from, from + 9);
        });
    }

    @Test
    void aTokenOrDayWithoutALogIsWrongUsage() {
        BundledReplay replay = BundledReplay.once();

        for (String[] choice : new String[][] {{"--token", "NOBODY"}, {"--day", "2023-04-06"}}) {
            Pawl.Outcome outcome = Pawl.run("log", "cat", replay.data(), choice[0], choice[1]);

            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.error()).startsWith("pawl: ").hasLineCount(1);
        }
    }

    @Test
    void aReaderMayStopReading() {
        BundledReplay replay = BundledReplay.once();
        Path pawl = Distribution.home().resolve("bin/pawl");

        Pawl.Outcome outcome = Pawl.program("sh", "-c", "\"$0\" log cat \"$1\" | head -n 1", pawl, replay.data())
                .run();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).hasLineCount(1).contains("BTCUSDT");
        assertThat(outcome.error()).isEmpty();
    }

    @Test
    void statisticsAgreeWithTheReplay() {
        BundledReplay replay = BundledReplay.once();

        JsonNode log = Pawl.succeed("log", "stat", replay.data(), "--json")
                .json()
                .get("logs")
                .get(0);

        assertThat(log.get("sha256").asString())
                .isEqualTo(StoredFiles.hashes(replay.data()).get("logs/BTCUSDT/2023-04-05.log"));
        assertThat(log.get("types").get("TRADE").asLong()).isEqualTo(10_738);
        assertThat(log.get("types").get("BOOK_TICKER").asLong()).isEqualTo(37_440);
        assertThat(log.get("damage").isNull()).isTrue();
        assertThat(Pawl.succeed("log", "stat", replay.data()).out()).contains("BTCUSDT", "2023-04-05");
    }

    @Test
    void aFlippedBitIsFound() throws IOException {
        Path data = copy(BundledReplay.once().data());
        Path log = data.resolve("logs/BTCUSDT/2023-04-05.log");
        byte[] bytes = Files.readAllBytes(log);
        bytes[bytes.length / 2] ^= 4;
        Files.write(log, bytes);

        Pawl.Outcome outcome = Pawl.run("log", "stat", data);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("DAMAGED");
        assertThat(Pawl.run("log", "cat", data).exitCode()).isEqualTo(3);
    }

    @Test
    void aSnapshotShowsItsState() {
        Path snapshot = Distribution.filesBelow(BundledReplay.once().data().resolve("snapshots"))
                .getLast();

        JsonNode shown = Pawl.succeed("snapshot", "show", snapshot, "--json").json();

        assertThat(shown.get("token").asString())
                .isEqualTo(snapshot.getParent().getFileName().toString());
        assertThat(shown.get("regions").size()).isPositive();
        assertThat(snapshot.getFileName().toString())
                .isEqualTo(shown.get("tick").asLong() + ".snapshot");
        assertThat(Pawl.succeed("snapshot", "show", snapshot).out())
                .contains(shown.get("configurationSha256").asString());
    }

    @Test
    void aDamagedSnapshotIsBadData() throws IOException {
        Path snapshot = Distribution.filesBelow(
                        copy(BundledReplay.once().data()).resolve("snapshots"))
                .getFirst();
        byte[] bytes = Files.readAllBytes(snapshot);
        bytes[bytes.length - 1] ^= 1;
        Files.write(snapshot, bytes);

        Pawl.Outcome outcome = Pawl.run("snapshot", "show", snapshot);

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.error()).startsWith("pawl: ").hasLineCount(1);
    }

    @Test
    void aConvertedCaptureReplaysToTheSameDigest() {
        Path converted = Distribution.scratch("converted").resolve("bundled.pawl");

        JsonNode conversion = Pawl.succeed(
                        "capture", "convert", Distribution.bundledRecording(), "--output", converted, "--json")
                .json();
        JsonNode info = Pawl.succeed("capture", "info", converted, "--json")
                .json()
                .get("captures")
                .get(0);

        assertThat(conversion.get("frames").asLong()).isEqualTo(60_381);
        assertThat(info.get("frames").asLong()).isEqualTo(60_381);
        assertThat(info.get("format").asString()).startsWith("Pawl capture");
        assertThat(info.get("firstTick").asLong())
                .isEqualTo(BundledReplay.once().firstTick());
        assertThat(Pawl.succeed("replay", converted, "--json").digest())
                .isEqualTo(BundledReplay.once().digest());
    }

    @Test
    void aRecordingSaysWhatItHolds() {
        assertThat(Pawl.succeed("capture", "info", Distribution.bundledRecording())
                        .out())
                .contains("gzip", "60,381", "2023-04-05 00:00:00.005 to 2023-04-05 00:06:54.683 UTC");
    }

    private static List<JsonNode> tradeFrames() {
        var json = tools.jackson.databind.json.JsonMapper.shared();
        return Recording.start(2_000).stream()
                .map(line ->
                        json.readTree(line.substring(line.indexOf(' ') + 1)).get("data"))
                .filter(frame -> frame.get("e").asString().equals("trade"))
                .toList();
    }

    private static Path copy(Path data) throws IOException {
        Path copy = Distribution.scratch("copy").resolve("data");
        for (Path file : Distribution.filesBelow(data)) {
            Path target = copy.resolve(data.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return copy;
    }
}
