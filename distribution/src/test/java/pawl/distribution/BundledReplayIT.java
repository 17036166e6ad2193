package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The recording that came with the zip: what a first user sees. */
class BundledReplayIT {

    @Test
    void everyFrameIsAccountedFor() {
        JsonNode report = BundledReplay.once().json();

        assertThat(report.propertyNames())
                .startsWith(
                        "frames",
                        "ignored",
                        "refused",
                        "events",
                        "offBook",
                        "duplicates",
                        "late",
                        "gaps",
                        "ticks",
                        "firstTick",
                        "lastTick",
                        "transitions",
                        "tokens",
                        "digest",
                        "seconds",
                        "framesPerSecond");
        assertThat(report.get("frames").asLong()).isEqualTo(60_381);
        assertThat(report.get("ignored").toString()).isEqualTo("{\"depthUpdate\":11788}");
        assertThat(report.get("refused").asLong()).isZero();
        JsonNode events = report.get("events");
        assertThat(events.propertyNames())
                .containsExactly("TRADE", "BOOK_TICKER", "MARK_PRICE", "LIQUIDATION", "OPEN_INTEREST", "FUNDING");
        assertThat(events.get("TRADE").asLong()).isEqualTo(10_738);
        assertThat(events.get("BOOK_TICKER").asLong()).isEqualTo(37_440);
        assertThat(events.get("MARK_PRICE").asLong()).isEqualTo(415);
        assertThat(report.get("offBook").asLong()).isEqualTo(1);
        assertThat(report.get("problems").size()).isZero();
    }

    @Test
    void everyTickIsRun() {
        BundledReplay replay = BundledReplay.once();

        // 2023-04-05 00:00:00.005 to 00:06:54.683 UTC, in quarters of a second since 1970.
        assertThat(replay.firstTick()).isEqualTo(1_680_652_800_005L / 250);
        assertThat(replay.lastTick()).isEqualTo(1_680_653_214_683L / 250);
        assertThat(replay.json().get("ticks").asLong()).isEqualTo(replay.lastTick() - replay.firstTick() + 1);
    }

    @Test
    void theDigestIsThatOfTheFiles() {
        BundledReplay replay = BundledReplay.once();

        assertThat(StoredFiles.digest(replay.data())).isEqualTo(replay.digest());
        assertThat(Pawl.program(
                                "sh",
                                "-c",
                                "find logs ticks snapshots -type f | LC_ALL=C sort | xargs sha256sum | sha256sum")
                        .in(replay.data())
                        .succeed()
                        .out())
                .isEqualTo(replay.digest() + "  -\n");
    }

    @Test
    void tokensAreReportedAsTheirFilesAre() {
        BundledReplay replay = BundledReplay.once();
        JsonNode token = replay.json().get("tokens").get("BTCUSDT");
        Path log = replay.data().resolve("logs/BTCUSDT/2023-04-05.log");

        assertThat(token.get("sha256").toString())
                .isEqualTo("{\"2023-04-05\":\""
                        + StoredFiles.hashes(replay.data()).get("logs/BTCUSDT/2023-04-05.log") + "\"}");
        long headerBytes =
                StoredFiles.bytes(log).length - 64 * token.get("records").asLong();
        assertThat(headerBytes).isPositive().isLessThanOrEqualTo(8_192);
    }

    @Test
    void memoryGivesTheSameDigestAndSaysThatNothingWasKept() {
        Pawl.Outcome outcome = Pawl.succeed("replay");

        assertThat(outcome.out())
                .startsWith("60,381 frames in ")
                .contains(BundledReplay.once().digest(), "TRADE          10,738  1 off the book", "Nothing was kept")
                .doesNotContain("\r", "\u001b");
        assertThat(outcome.error()).isEmpty();
    }

    @Test
    void aFolderThatHoldsLogsIsNotWrittenTo() {
        BundledReplay replay = BundledReplay.once();

        Pawl.Outcome outcome = Pawl.run("replay", "--data", replay.data());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.error()).startsWith("pawl: ").contains("--resume").hasLineCount(1);
        assertThat(StoredFiles.digest(replay.data())).isEqualTo(replay.digest());
    }
}
