package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.token.Ticks;
import pawl.capture.CaptureProblem.Kind;

class CapturesTest {
    @TempDir
    private Path folder;

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aMissingFileIsAnErrorThatNamesIt() throws Exception {
        Path there = write("there", "1680652800005184 {}\n");
        Path missing = folder.resolve("missing");
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> Reading.of(there, missing))
                .withMessage(missing + ": there is no such file or folder")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(CaptureException.Kind.NOT_FOUND));
    }

    @Test
    void anUnreadableFileIsAnErrorThatNamesIt() throws Exception {
        Path secret = write("secret", "1680652800005184 {}\n");
        assumeThat(secret.toFile().setReadable(false) && !Files.isReadable(secret))
                .as("this user reads everything")
                .isTrue();
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> Reading.of(secret))
                .withMessage(secret + ": cannot be read: permission denied")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(CaptureException.Kind.UNREADABLE));
    }

    @Test
    void noCapturesAreAProgrammersError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Captures.open(List.of(), CaptureLimits.STANDARD, problem -> {}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Captures.convert(
                        List.of(), folder.resolve("converted"), CaptureLimits.STANDARD, problem -> {}));
    }

    @Test
    void aFolderStandsForItsFiles() throws Exception {
        write("b.txt", "1680652800000002 b\n");
        write("a.txt", "1680652800000001 a\n");
        Files.createDirectory(folder.resolve("deeper"));
        Files.writeString(folder.resolve("deeper/c.txt"), "1680652800000003 c\n");
        assertThat(Reading.of(folder).texts()).containsExactly("a", "b");
        assertThat(Reading.of(folder, folder.resolve("a.txt"), folder.resolve("deeper"))
                        .texts())
                .containsExactly("a", "b", "c");
    }

    @Test
    void anEmptyFolderIsAnError() {
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> Reading.of(folder))
                .withMessage(folder + ": the folder holds no files");
    }

    @Test
    void aCaptureOfUnknownFormatDoesNotStopTheOthers() throws Exception {
        Path good = write("good", "1680652800000001 a\n");
        Path bad = write("bad", "something else\n");
        Path empty = write("empty", "");
        Reading reading = Reading.of(bad, good, empty);
        assertThat(reading.texts()).containsExactly("a");
        assertThat(reading.kinds()).containsExactly(Kind.UNKNOWN_FORMAT, Kind.EMPTY_FILE);
        assertThat(reading.problems()).extracting(CaptureProblem::file).containsExactly(bad, empty);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\n", "1680652800000001 a\n16", "1680652800000002 a\n1680652800000001 b\n"})
    void aListenerCanStopTheReading(String text) throws Exception {
        Path capture = write("capture", text);
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> {
                    try (CaptureReader reader = Captures.open(List.of(capture), CaptureLimits.STANDARD, problem -> {
                        throw new CaptureException(problem);
                    })) {
                        assertThat(reader.next()).isTrue();
                        reader.next();
                    }
                })
                .withMessageStartingWith(capture.toString())
                .satisfies(e -> assertThat(e.kind()).isEqualTo(CaptureException.Kind.BAD_INPUT));
    }

    @Test
    void progressRisesToTheSizeOfTheFiles() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            text.append(1_680_652_800_000_000L + i)
                    .append(" {\"frame\":")
                    .append(i * 7919L % 10_007)
                    .append("}\n");
        }
        Path plain = write("plain", text.toString());
        Path zipped =
                Files.write(folder.resolve("zipped"), Gzip.of(text.toString().getBytes(StandardCharsets.UTF_8)));
        try (CaptureReader reader = Captures.open(List.of(plain, zipped), CaptureLimits.STANDARD, problem -> {})) {
            long total = Files.size(plain) + Files.size(zipped);
            List<Long> seen = new ArrayList<>();
            while (reader.next()) {
                seen.add(reader.bytesRead());
                assertThat(reader.bytesTotal()).isEqualTo(total);
            }
            assertThat(seen).isSorted().hasSize(80_000);
            assertThat(seen.getFirst()).isLessThan(total / 2);
            assertThat(reader.bytesRead()).isEqualTo(total);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stamped_lines_btcusdt_20240718.txt", "cryptofeed_20210722.jsonl"})
    void aConvertedCaptureGivesTheSameFrames(String name) throws Exception {
        Path source = Fixtures.of(name);
        Path target = folder.resolve("converted");
        Reading before = Reading.of(source);
        long frames = Captures.convert(List.of(source), target, CaptureLimits.STANDARD, problem -> {});
        Reading after = Reading.of(target);
        assertThat(frames).isEqualTo(before.frames().size()).isPositive();
        assertThat(after.frames()).isEqualTo(before.frames());
        assertThat(after.problems()).isEmpty();
        assertThat(after.lastClosedTick()).hasValue(before.frames().getLast().tick());

        Path again = folder.resolve("again");
        Captures.convert(List.of(target), again, CaptureLimits.STANDARD, problem -> {});
        assertThat(again).hasSameBinaryContentAs(target);
    }

    @Test
    void convertingKeepsTheLastTickThatWasClosedAndWhatWasRecordedUnder() throws Exception {
        Path target = folder.resolve("converted");
        Captures.convert(List.of(Fixtures.GOLDEN_1_1), target, CaptureLimits.STANDARD, problem -> {});
        assertThat(target).hasSameBinaryContentAs(Fixtures.GOLDEN_1_1);
    }

    @Test
    void convertingNothingLeavesNoFile() throws Exception {
        Path target = folder.resolve("converted");
        Path empty = write("empty", "");
        assertThat(Captures.convert(List.of(empty), target, CaptureLimits.STANDARD, problem -> {}))
                .isZero();
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(empty));
    }

    @Test
    void aSurveySaysWhatIsInACapture() throws Exception {
        Path zipped = Files.write(folder.resolve("zipped"), Gzip.of(Files.readAllBytes(Fixtures.GOLDEN)));
        List<CaptureInfo> infos = Captures.survey(List.of(zipped, Fixtures.STAMPED_LINES), CaptureLimits.STANDARD);
        CaptureInfo golden = infos.getFirst();
        assertThat(golden.format()).contains(CaptureFormat.PAWL);
        assertThat(golden.version()).contains("1.0.0");
        assertThat(golden.compression()).isEqualTo(Compression.GZIP);
        assertThat(golden.fileBytes()).isEqualTo(Files.size(zipped));
        assertThat(golden.frames()).isEqualTo(3);
        assertThat(golden.frameBytes()).isEqualTo(288);
        assertThat(golden.span())
                .contains(new CaptureInfo.Span(
                        1_721_347_020_984_480_942L, 1_721_347_021_080_832_061L, 6_885_388_083L, 6_885_388_085L, 3));
        assertThat(golden.lastClosedTick()).hasValue(6_885_388_090L);
        assertThat(golden.feeds())
                .containsExactly(new CaptureInfo.Feed("binance/public", 2, 32), new CaptureInfo.Feed("binär", 1, 256));
        CaptureInfo lines = infos.getLast();
        assertThat(lines.format()).contains(CaptureFormat.STAMPED_LINES);
        assertThat(lines.version()).isEmpty();
        assertThat(lines.frames()).isEqualTo(40);
        assertThat(lines.feeds()).extracting(CaptureInfo.Feed::name).containsExactly("");
        assertThat(lines.span().orElseThrow().firstTick())
                .isEqualTo(Ticks.ofEpochNs(lines.span().orElseThrow().firstArrivalNs()));
    }
}
