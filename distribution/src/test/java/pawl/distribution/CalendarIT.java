package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** E7: a calendar may change between two runs into one folder; phases that were logged may not. */
class CalendarIT {
    /** Half past five: the event has started. */
    private static final long STOP_TICK = 7_137_928_800L;

    private final ScenarioRun run = ScenarioRun.of("cascade");
    private final Path folder = Distribution.scratch("calendar");
    private final Path data = folder.resolve("data");

    private Path configuration(String from, String to) throws IOException {
        String text = Files.readString(ScenarioRun.configuration("two-tokens").resolve("pawl.yaml"));
        assertThat(text).contains(from);
        Path configuration = Files.createDirectories(folder.resolve("config " + to.length() + to.hashCode()));
        Files.writeString(configuration.resolve("pawl.yaml"), text.replace(from, to));
        return configuration;
    }

    private void runUntilTheStop() {
        replay(run.usedConfiguration(), "--until", STOP_TICK).succeed();
    }

    private Pawl replay(Path configuration, Object... options) {
        List<Object> arguments =
                new ArrayList<>(List.of("replay", run.capture(), "--config", configuration, "--data", data));
        arguments.addAll(List.of(options));
        return Pawl.command(arguments.toArray());
    }

    @Test
    void aChangeIsLoggedAndTheEventKeepsThePhaseItHasReached() throws IOException {
        runUntilTheStop();
        byte[] before = Files.readAllBytes(data.resolve("logs/CHZ/2026-07-19.log"));
        Path putOff = configuration("mid: 2026-07-19T19:00:00Z", "mid: 2026-07-19T20:00:00Z");
        replay(putOff, "--resume").succeed();
        byte[] after = Files.readAllBytes(data.resolve("logs/CHZ/2026-07-19.log"));
        assertThat(Arrays.copyOf(after, before.length)).isEqualTo(before);
        assertThat(Pawl.succeed("log", "cat", data, "--token", "CHZ", "--type", "CONFIGURATION_CHANGE", "--json")
                        .jsonLines())
                .singleElement()
                .satisfies(change -> assertThat(change.get("tick").asLong()).isEqualTo(STOP_TICK + 1));
        assertThat(ScenarioRun.stepsOf(data, "CHZ", "EVENT_PHASE"))
                .startsWith("NOT_BEGUN>EVENT_PREP SCHEDULED", "EVENT_PREP>EVENT_START SCHEDULED")
                .doesNotHaveDuplicates();
        // What was logged under two calendars still follows from its inputs, byte for byte.
        Pawl.succeed("timeline", "--data", data);
    }

    @Test
    void moreThanTheCalendarMayNotChange() throws IOException {
        runUntilTheStop();
        Path other = configuration("thresholdMultiplier: 1.1,", "thresholdMultiplier: 1.2,");
        Pawl.Outcome outcome = replay(other, "--resume").run();
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.error()).contains("differs in more than the calendar of events");
    }

    /** A phase is altered in one token's snapshot, and the snapshot's hash made good. */
    @Test
    void tokensThatDisagreeStopTheEngine() throws Exception {
        runUntilTheStop();
        Path snapshot = data.resolve("snapshots/SANTOS/" + STOP_TICK + ".snapshot");
        byte[] bytes = Files.readAllBytes(snapshot);
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int phase = 512 + 8 * (firstWord(words, "events") + 1);
        assertThat(words.getLong(phase)).isEqualTo(2);
        words.putLong(phase, 3);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes, bytes.length - 32));
        System.arraycopy(hash, 0, bytes, bytes.length - 32, 32);
        Files.write(snapshot, bytes);
        Pawl.Outcome outcome = replay(run.usedConfiguration(), "--resume").run();
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.error())
                .contains("tick " + (STOP_TICK + 1)
                        + ": event world-cup-final: its tokens disagree, CHZ is in EVENT_START")
                .contains("SANTOS is in EVENT_MID")
                .contains("nothing of it was written");
    }

    /** By docs/format.md. */
    private static int firstWord(ByteBuffer snapshot, String region) {
        List<String> names = List.of(region);
        for (int entry = 176; entry < 512; entry += 24) {
            byte[] name = Arrays.copyOfRange(snapshot.array(), entry, entry + region.length() + 1);
            if (names.contains(new String(name, 0, region.length(), StandardCharsets.US_ASCII))
                    && name[region.length()] == 0) {
                return snapshot.getInt(entry + 16);
            }
        }
        throw new AssertionError("the snapshot has no region " + region);
    }
}
