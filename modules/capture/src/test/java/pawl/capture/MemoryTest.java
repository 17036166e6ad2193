package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reading costs in memory, seen in a Java of its own with 64 MB of heap. */
class MemoryTest {
    private static final int FRAMES = 300_000;

    @TempDir
    private Path folder;

    private record Outcome(long frames, long problems, long allocatedBytes) {}

    private static Outcome probe(Path capture, long frames) throws Exception {
        Process java = new ProcessBuilder(ChildJava.command(List.of("-Xmx64m"), MemoryProbe.class, capture, frames))
                .redirectErrorStream(true)
                .start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(java.waitFor()).as(printed).isZero();
        String[] numbers = printed.split(" ");
        return new Outcome(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }

    private Path lines() throws Exception {
        Path file = folder.resolve("lines");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < FRAMES; i++) {
                writer.write((1_680_652_800_000_000L + i) + " {\"frame\":" + i + "}\n");
            }
        }
        return file;
    }

    @Test
    void aLineOf20MegabytesNeedsNoMemory() throws Exception {
        Path file = folder.resolve("long");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("1680652800000001 {}\n1680652800000002 ");
            for (int i = 0; i < 20_000; i++) {
                writer.write("x".repeat(1_000));
            }
            writer.write("\n1680652800000003 {}\n");
        }
        Outcome outcome = probe(file, 2);
        assertThat(outcome.frames()).isEqualTo(2);
        assertThat(outcome.problems()).isEqualTo(1);
    }

    @Test
    void stampedLinesAreReadWithoutAllocation() throws Exception {
        Outcome outcome = probe(lines(), FRAMES);
        assertThat(outcome.frames()).isEqualTo(FRAMES);
        assertThat(outcome.allocatedBytes() / (FRAMES / 2)).isZero();
    }

    @Test
    void pawlCapturesAreReadWithoutAllocation() throws Exception {
        Path converted = folder.resolve("converted");
        Captures.convert(List.of(lines()), converted, CaptureLimits.STANDARD, problem -> {});
        Path compressed = Files.write(folder.resolve("compressed"), Zstandard.of(Files.readAllBytes(converted)));
        for (Path capture : List.of(converted, compressed)) {
            Outcome outcome = probe(capture, FRAMES);
            assertThat(outcome.frames()).isEqualTo(FRAMES);
            assertThat(outcome.allocatedBytes() / (FRAMES / 2))
                    .as(capture.toString())
                    .isZero();
        }
    }

    @Test
    void aThousandSegmentsNeedTheMemoryAndTheFilesOfOne() throws Exception {
        Path captures = folder.resolve("captures");
        int segments = 1_000;
        Recordings.write(captures, Recordings.oneTickEach(segments), new SegmentLimits(1, 1), 5);
        Process java = new ProcessBuilder(ChildJava.limited(
                        "-n 48", ChildJava.command(List.of("-Xmx64m"), MemoryProbe.class, captures, segments)))
                .redirectErrorStream(true)
                .start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(java.waitFor()).as(printed).isZero();
        assertThat(printed).startsWith(segments + " 0 ");
    }
}
