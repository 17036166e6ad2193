package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pawl.api.token.Ticks;
import tools.jackson.core.JsonParser;

/** What reading costs in memory, seen in a Java of its own with 64 MB of heap. */
class MemoryTest {
    private static final int FRAMES = 200_000;

    @TempDir
    private Path folder;

    private record Outcome(long frames, long problems, long allocatedBytes) {}

    private static Outcome probe(Path capture, long frames) throws Exception {
        List<String> classPath = new ArrayList<>();
        for (Class<?> type : List.of(Captures.class, Ticks.class, JsonParser.class)) {
            URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            classPath.add(Path.of(place).toString());
        }
        classPath.add(Path.of("target", "test-classes").toAbsolutePath().toString());
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        MemoryProbe.class.getName(),
                        capture.toString(),
                        Long.toString(frames))
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
        Outcome outcome = probe(converted, FRAMES);
        assertThat(outcome.frames()).isEqualTo(FRAMES);
        assertThat(outcome.allocatedBytes() / (FRAMES / 2)).isZero();
    }
}
