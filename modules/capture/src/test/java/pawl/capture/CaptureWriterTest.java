package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureWriterTest {
    private static final byte[] BYTES = "{}".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private List<String> filesInFolder() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesTheGoldenBytes() throws Exception {
        Path target = folder.resolve("written");
        Optional<RecordedUnder> recordedUnder = Captures.recordedUnder(List.of(Fixtures.GOLDEN_1_1));
        try (CaptureReader reader = Captures.open(List.of(Fixtures.GOLDEN), CaptureLimits.STANDARD, problem -> {
                    throw new CaptureException(problem);
                });
                CaptureWriter writer = CaptureWriter.create(target, recordedUnder)) {
            while (reader.next()) {
                Frame frame = reader.frame();
                writer.frame(
                        frame.feed(), frame.arrivalNs(), frame.tick(), frame.bytes(), frame.offset(), frame.length());
            }
            writer.end(reader.lastClosedTick().orElseThrow());
        }
        assertThat(target).hasSameBinaryContentAs(Fixtures.GOLDEN_1_1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsWrittenIsRead(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<Recorded> frames = new ArrayList<>(RandomCapture.frames(random, 400, 2_000));
        Recorded last = frames.getLast();
        // Longer than the writer's and the reader's blocks.
        frames.add(new Recorded("", last.arrivalNs(), last.tick(), "x".repeat(131_072 + random.nextInt(400_000))));
        frames.addAll(List.of(last, last));
        Path target = RandomCapture.write(folder.resolve("random"), frames);
        Reading reading = Reading.of(target);
        assertThat(reading.frames()).as("seed %d", seed).isEqualTo(frames);
        assertThat(reading.problems()).as("seed %d", seed).isEmpty();
        assertThat(reading.lastClosedTick()).hasValue(last.tick() + 3);
    }

    @Test
    void theFileAppearsWholeOrNotAtAll() throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "as it was");
        try (CaptureWriter writer = CaptureWriter.create(target)) {
            writer.frame("f", 1, 1, BYTES, 0, 2);
            assertThat(filesInFolder()).containsExactly("target", "target.part");
        }
        assertThat(target).hasContent("as it was");
        assertThat(filesInFolder()).containsExactly("target");

        try (CaptureWriter writer = CaptureWriter.create(target)) {
            writer.frame("f", 1, 1, BYTES, 0, 2);
            writer.end(1);
            assertThat(target).hasContent("as it was");
        }
        assertThat(Reading.of(target).frames()).containsExactly(new Recorded("f", 1, 1, "{}"));
        assertThat(filesInFolder()).containsExactly("target");
    }

    @Test
    void refusesWhatNoRecorderCanMean() throws Exception {
        try (CaptureWriter writer = CaptureWriter.create(folder.resolve("target"))) {
            writer.frame("f", 5, 7, BYTES, 0, 2);
            assertThatIllegalArgumentException().isThrownBy(() -> writer.frame("f", 6, 6, BYTES, 0, 2));
            assertThatIllegalArgumentException().isThrownBy(() -> writer.end(6));
            writer.end(7);
            assertThatIllegalStateException().isThrownBy(() -> writer.frame("f", 8, 8, BYTES, 0, 2));
            assertThatIllegalStateException().isThrownBy(() -> writer.end(8));
        }
        assertThat(Reading.of(folder.resolve("target")).frames()).hasSize(1);
    }

    @Test
    void saysWhereItCannotWrite() {
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> CaptureWriter.create(folder.resolve("no/such/folder/target")))
                .withMessageContaining("no/such/folder/target: cannot be written")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(CaptureException.Kind.NOT_WRITABLE));
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> CaptureWriter.create(folder))
                .withMessageContaining("is a folder");
    }
}
