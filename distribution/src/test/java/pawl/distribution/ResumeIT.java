package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D1: a run that was stopped and continued leaves the same files as one that was not. */
class ResumeIT {

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 240, 1_001, 1_657, 1_658})
    void stoppedOnceAndContinued(long ticks) {
        BundledReplay straight = BundledReplay.once();
        Path data = Distribution.scratch("resumed").resolve("data");
        long until = straight.firstTick() + ticks;

        Pawl.Outcome stopped = Pawl.succeed("replay", "--data", data, "--until", until, "--json");
        Pawl.Outcome continued = Pawl.succeed("replay", "--data", data, "--resume", "--json");

        assertThat(stopped.json().get("lastTick").asLong()).isEqualTo(until);
        assertThat(StoredFiles.hashes(data)).isEqualTo(StoredFiles.hashes(straight.data()));
        assertThat(continued.digest()).isEqualTo(straight.digest());
    }

    @Test
    void stoppedAgainAndAgain() {
        BundledReplay straight = BundledReplay.once();
        Path data = Distribution.scratch("resumed").resolve("data");

        Pawl.succeed("replay", "--data", data, "--until", straight.firstTick() + 7);
        for (long tick = straight.firstTick() + 410; tick < straight.lastTick(); tick += 410) {
            Pawl.succeed("replay", "--data", data, "--resume", "--until", tick);
        }
        Pawl.succeed("replay", "--data", data, "--resume");

        assertThat(StoredFiles.hashes(data)).isEqualTo(StoredFiles.hashes(straight.data()));
    }

    @Test
    void whatIsNotThereCannotBeContinued() {
        Pawl.Outcome outcome =
                Pawl.run("replay", "--data", Distribution.scratch("nothing").resolve("data"), "--resume");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.error()).startsWith("pawl: ").hasLineCount(1);
    }
}
