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
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.capture.CaptureProblem.Kind;

class CaptureFolderWriterTest {
    private static final byte[] BYTES = "{}".getBytes(StandardCharsets.US_ASCII);
    /** 2024-07-19T00:59:59.750Z, the last tick of an hour. */
    private static final long LAST_OF_HOUR = 1_721_350_800L * 4 - 1;

    @TempDir
    private Path parent;

    private Path folder() {
        return parent.resolve("captures");
    }

    private CaptureFolderWriter create(SegmentLimits limits) throws CaptureException {
        return CaptureFolderWriter.create(folder(), Recordings.identity(), limits);
    }

    private List<String> names() {
        return Recordings.segments(folder()).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void whatIsRecordedIsReadAndNoTickLiesInTwoSegments(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<Recorded> frames = new ArrayList<>(RandomCapture.frames(random, 600, 1 << random.nextInt(12)));
        Recorded last = frames.getLast();
        frames.add(new Recorded("late", last.arrivalNs(), last.tick(), "x".repeat(random.nextInt(500_000))));
        SegmentLimits limits = new SegmentLimits(random.nextInt(1, 9), 1L << random.nextInt(8, 18));
        Recordings.write(folder(), frames, limits, 3);

        Reading reading = Reading.of(folder());
        assertThat(reading.frames()).as("seed %d", seed).isEqualTo(frames);
        assertThat(reading.problems()).as("seed %d", seed).isEmpty();
        assertThat(reading.lastClosedTick()).hasValue(last.tick() + 3);
        long before = Long.MIN_VALUE;
        for (Path segment : Recordings.segments(folder())) {
            List<Recorded> part = Reading.of(segment).frames();
            if (!part.isEmpty()) {
                assertThat(part.getFirst().tick())
                        .as("seed %d, %s", seed, segment)
                        .isGreaterThan(before);
                assertThat(segment.getFileName().toString())
                        .endsWith("-" + part.getFirst().tick() + ".pawlcap.zst");
                before = part.getLast().tick();
            }
        }
    }

    @Test
    void aRecordingIsReadWhileItIsWritten() throws Exception {
        List<Recorded> frames = Recordings.oneTickEach(40);
        long first = frames.getFirst().tick();
        SegmentLimits limits = new SegmentLimits(4, 400);
        try (CaptureFolderWriter writer = create(limits)) {
            int feed = writer.declare("f");
            for (int i = 0; i < frames.size(); i++) {
                Recorded frame = frames.get(i);
                writer.frame(feed, frame.arrivalNs(), first + i, frame.bytes(), 0, frame.bytes().length);
                writer.closedThrough(first + i);
                List<Recorded> read = Reading.of(folder()).frames();
                assertThat(read).isEqualTo(frames.subList(0, read.size()));
                assertThat(read.size()).isBetween(i + 1 - 3, i + 1);
            }
            assertThat(names()).hasSizeGreaterThan(1);
            writer.end(first + 40);
        }
        assertThat(Reading.of(folder()).problems()).isEmpty();
    }

    @Test
    void theSegmentThatIsBeingWrittenIsReportedAsUnfinished() throws Exception {
        try (CaptureFolderWriter writer = create(new SegmentLimits(1, 1 << 20))) {
            writer.frame(writer.declare("f"), 1, 1, BYTES, 0, 2);
            writer.closedThrough(1);
            Reading reading = Reading.of(folder());
            assertThat(reading.texts()).containsExactly("{}");
            assertThat(reading.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.kind()).isEqualTo(Kind.TRUNCATED);
                assertThat(problem.message()).contains("the zstd data is cut", "up to byte ");
            });
        }
    }

    @Test
    void oneThreadMayCreateItAndAnotherRecord() throws Exception {
        List<Recorded> frames = Recordings.oneTickEach(3);
        CaptureFolderWriter writer = create(new SegmentLimits(1, 1));
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            other.submit(() -> {
                        Recordings.writeTo(writer, frames);
                        writer.end(frames.getLast().tick());
                        return null;
                    })
                    .get(1, TimeUnit.MINUTES);
        }
        writer.close();
        writer.close();
        assertThat(Reading.of(folder()).frames()).isEqualTo(frames);
    }

    @Test
    void aSegmentEndsWithItsHour() throws Exception {
        try (CaptureFolderWriter writer = create(SegmentLimits.STANDARD)) {
            int feed = writer.declare("f");
            for (long tick = LAST_OF_HOUR - 1; tick <= LAST_OF_HOUR + 2; tick++) {
                writer.frame(feed, tick, tick, BYTES, 0, 2);
                writer.closedThrough(tick);
            }
            writer.end(LAST_OF_HOUR + 2);
        }
        assertThat(names())
                .containsExactly(
                        "20240719T005959-" + (LAST_OF_HOUR - 1) + ".pawlcap.zst",
                        "20240719T010000-" + (LAST_OF_HOUR + 1) + ".pawlcap.zst");
        List<CaptureInfo> infos = Captures.survey(List.of(folder()), CaptureLimits.STANDARD);
        assertThat(infos).allSatisfy(info -> {
            assertThat(info.frames()).isEqualTo(2);
            assertThat(info.problems()).isEmpty();
            assertThat(info.recordedUnder().orElseThrow().plugins()).containsExactly(Recordings.PLUGIN);
        });
        assertThat(infos.getFirst().lastClosedTick()).hasValue(LAST_OF_HOUR);
    }

    @Test
    void theEndIsStatedEvenWhenNoFrameCameSinceTheLastSegment() throws Exception {
        try (CaptureFolderWriter writer = create(new SegmentLimits(1, 1))) {
            writer.frame(writer.declare("f"), 1, 8, BYTES, 0, 2);
            writer.closedThrough(8);
            writer.closedThrough(9);
            writer.end(11);
        }
        assertThat(names()).hasSize(2);
        Reading reading = Reading.of(folder());
        assertThat(reading.frames()).hasSize(1);
        assertThat(reading.lastClosedTick()).hasValue(11);
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void closingWithoutAnEndKeepsAllFramesAndSaysThatTheEndIsMissing() throws Exception {
        try (CaptureFolderWriter writer = create(SegmentLimits.STANDARD)) {
            writer.frame(writer.declare("f"), 1, 1, BYTES, 0, 2);
        }
        Reading reading = Reading.of(folder());
        assertThat(reading.frames()).containsExactly(new Recorded("f", 1, 1, "{}"));
        assertThat(reading.kinds()).containsExactly(Kind.TRUNCATED);
    }

    @Test
    void aFolderWithFilesIsRefusedUnlessTheRecordingGoesOn() throws Exception {
        Recordings.write(folder(), Recordings.oneTickEach(3), SegmentLimits.STANDARD, 0);
        Path torn = Recordings.segments(folder()).getFirst();
        byte[] before = Files.readAllBytes(torn);
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> create(SegmentLimits.STANDARD))
                .withMessageStartingWith(folder() + ": holds files already")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(CaptureException.Kind.NOT_WRITABLE));
        List<Recorded> frames = Recordings.oneTickEach(6);
        try (CaptureFolderWriter writer =
                CaptureFolderWriter.continueIn(folder(), Recordings.identity(), SegmentLimits.STANDARD)) {
            Recordings.writeTo(writer, frames.subList(3, 6));
            writer.end(frames.getLast().tick());
        }
        assertThat(torn).hasBinaryContent(before);
        assertThat(Reading.of(folder()).frames()).isEqualTo(frames);
    }

    @Test
    void aSegmentOfTheSameTickIsLeftAsItIs() throws Exception {
        Recordings.write(folder(), Recordings.oneTickEach(1), SegmentLimits.STANDARD, 0);
        try (CaptureFolderWriter writer =
                CaptureFolderWriter.continueIn(folder(), Recordings.identity(), SegmentLimits.STANDARD)) {
            Recordings.writeTo(writer, Recordings.oneTickEach(1));
            writer.end(Recordings.oneTickEach(1).getFirst().tick());
        }
        assertThat(names()).hasSize(2);
        assertThat(Reading.of(folder()).frames()).hasSize(2);
    }

    @Test
    void countsWhatLiesOnDisk() throws Exception {
        try (CaptureFolderWriter writer = create(new SegmentLimits(1, 300))) {
            Recordings.writeTo(writer, Recordings.oneTickEach(50));
            writer.end(Recordings.oneTickEach(50).getLast().tick());
            long onDisk = 0;
            for (Path segment : Recordings.segments(folder())) {
                onDisk += Files.size(segment);
            }
            assertThat(writer.bytesWritten()).isEqualTo(onDisk).isPositive();
        }
    }

    @Test
    void refusesWhatNoRecorderCanMean() throws Exception {
        try (CaptureFolderWriter writer = create(SegmentLimits.STANDARD)) {
            int feed = writer.declare("f");
            assertThat(writer.declare("g")).isEqualTo(feed + 1);
            assertThat(writer.declare("f")).isEqualTo(feed);
            writer.frame(feed, 5, 7, BYTES, 0, 2);
            assertThatIllegalArgumentException().isThrownBy(() -> writer.frame(feed, 6, 6, BYTES, 0, 2));
            assertThatIllegalArgumentException().isThrownBy(() -> writer.frame(2, 6, 7, BYTES, 0, 2));
            assertThatIllegalArgumentException().isThrownBy(() -> writer.closedThrough(6));
            assertThatIllegalArgumentException().isThrownBy(() -> writer.end(6));
            writer.closedThrough(7);
            assertThatIllegalArgumentException().isThrownBy(() -> writer.frame(feed, 6, 7, BYTES, 0, 2));
            writer.end(7);
            assertThatIllegalStateException().isThrownBy(() -> writer.frame(feed, 8, 8, BYTES, 0, 2));
            assertThatIllegalStateException().isThrownBy(() -> writer.end(8));
        }
        assertThat(Reading.of(folder()).frames()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new SegmentLimits(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SegmentLimits(1, 0));
    }

    @Test
    void saysWhereItCannotWrite() throws Exception {
        Path file = Files.writeString(parent.resolve("file"), "");
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> CaptureFolderWriter.create(file, Recordings.identity(), SegmentLimits.STANDARD))
                .withMessage(file + ": is a file; name a folder");
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> CaptureFolderWriter.create(
                        file.resolve("deeper"), Recordings.identity(), SegmentLimits.STANDARD))
                .withMessageContaining("cannot be written")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(CaptureException.Kind.NOT_WRITABLE));
    }
}
