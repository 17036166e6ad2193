package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pawl.capture.CaptureProblem.Kind;

/** A recorder in a process of its own, killed and starved. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KilledRecorderTest {
    /** One in so many of the build's seeds, for a process takes its time. */
    private static final int SEEDS_PER_KILL = 10;

    private static final long MORE_FRAMES_THAN_IT_LIVES_FOR = 1_000_000_000L;

    @TempDir
    private Path parent;

    @Test
    void aKillLosesNoFrameThatWasFlushedAndInventsNone() throws Exception {
        int kills = Math.max(4, Integer.getInteger("pawl.seeds", 30) / SEEDS_PER_KILL);
        for (long seed = 1; seed <= kills; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Path captures = parent.resolve("captures" + seed);
            long flushed = recordAndKill(captures, random.nextInt(1, 3_000), 1L << random.nextInt(10, 22));
            String what = "seed " + seed + ", killed after " + flushed + " frames";

            Reading reading = Reading.of(captures);
            assertThat(reading.frames().size()).as(what).isGreaterThanOrEqualTo((int) flushed);
            for (int i = 0; i < reading.frames().size(); i++) {
                assertThat(reading.frames().get(i)).as(what).isEqualTo(RecorderProcess.frame(i));
            }
            requireOnlyATornTail(what, captures, reading);
            assertThat(Captures.recordedUnder(List.of(captures)).orElseThrow().configurationJson())
                    .as(what)
                    .contains(Recordings.CONFIGURATION);
        }
    }

    private static void requireOnlyATornTail(String what, Path captures, Reading reading) throws Exception {
        List<Path> segments = Recordings.segments(captures);
        for (CaptureProblem problem : reading.problems()) {
            assertThat(problem.file()).as(what).isEqualTo(segments.getLast());
            // Killed between the making of a file and its first bytes.
            boolean isEmpty = Files.size(segments.getLast()) == 0;
            assertThat(problem.kind()).as(what).isEqualTo(isEmpty ? Kind.EMPTY_FILE : Kind.TRUNCATED);
        }
        boolean isLastEnded = Reading.of(segments.getLast()).lastClosedTick().isPresent();
        assertThat(reading.problems().isEmpty()).as(what).isEqualTo(isLastEnded);
    }

    /** Gives how many frames the recorder had said are flushed. */
    private static long recordAndKill(Path captures, int ticks, long segmentBytes) throws Exception {
        Process recorder = new ProcessBuilder(ChildJava.command(
                        List.of("-Xmx64m"),
                        RecorderProcess.class,
                        captures,
                        MORE_FRAMES_THAN_IT_LIVES_FOR,
                        1,
                        segmentBytes))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long flushed = 0;
        try (BufferedReader said = recorder.inputReader(StandardCharsets.US_ASCII)) {
            for (int tick = 0; tick < ticks; tick++) {
                flushed = Long.parseLong(said.readLine());
            }
            recorder.destroyForcibly();
            flushed = Math.max(flushed, lastWhole(said));
        } finally {
            recorder.destroyForcibly();
        }
        assertThat(recorder.waitFor()).isEqualTo(128 + 9);
        return flushed;
    }

    /** The last number whose line was whole when the process was killed. */
    private static long lastWhole(BufferedReader said) {
        StringBuilder rest = new StringBuilder();
        try {
            for (int c = said.read(); c >= 0; c = said.read()) {
                rest.append((char) c);
            }
        } catch (IOException e) {
            // The stream may be closed under us once the process is gone; what was read before counts.
            rest.append(' ');
        }
        String whole = rest.substring(0, rest.lastIndexOf("\n") + 1).strip();
        return whole.isEmpty() ? 0 : Long.parseLong(whole.substring(whole.lastIndexOf('\n') + 1));
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    @Test
    void aDiskThatTakesNoMoreIsSaidAndWhatWasRecordedStays() throws Exception {
        Path captures = parent.resolve("captures");
        // In blocks of 512 or 1,024 bytes, whichever the shell takes; the native library too is unpacked to a file.
        String printed = run(ChildJava.limited(
                "-f 2200",
                ChildJava.command(
                        List.of("-XX:-UsePerfData"), RecorderProcess.class, captures, 10_000_000, 1, 1L << 30)));
        List<String> lines = printed.lines().toList();
        Path segment = Recordings.segments(captures).getLast();
        assertThat(lines.getLast())
                .startsWith("NOT_WRITABLE " + segment + ": cannot be written (")
                .endsWith("; what was recorded before stays readable: make room, or record to another folder");
        int flushed = Integer.parseInt(lines.get(lines.size() - 2));
        Reading reading = Reading.of(captures);
        assertThat(reading.frames()).hasSizeGreaterThanOrEqualTo(flushed);
        assertThat(reading.frames().getLast())
                .isEqualTo(RecorderProcess.frame(reading.frames().size() - 1L));
        assertThat(reading.kinds()).containsExactly(Kind.TRUNCATED);
    }

    @Test
    void nothingIsAllocatedForAFrame() throws Exception {
        int frames = 90_000; // within one hour
        String printed = run(ChildJava.command(
                List.of("-Xmx64m"), RecorderProcess.class, parent.resolve("captures"), frames, 400, 1L << 30));
        long allocatedBytes = Long.parseLong(printed.substring("allocated ".length()));
        assertThat(allocatedBytes / (frames / 2)).isZero();
    }

    @Test
    void aNativeLibraryThatCannotBeLoadedIsSaid() throws Exception {
        String printed = run(ChildJava.command(
                List.of("-Djava.io.tmpdir=" + parent.resolve("missing")),
                RecorderProcess.class,
                parent.resolve("captures"),
                1,
                1,
                1));
        assertThat(printed)
                .startsWith("NOT_WRITABLE " + parent.resolve("captures") + ": needs zstd, whose native library")
                .contains("java.io.tmpdir");
    }
}
