package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.capture.CaptureProblem.Kind;

class FormatRecogniserTest {
    @TempDir
    private Path folder;

    private CaptureInfo survey(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("any.name"), bytes);
        return Captures.survey(List.of(file), CaptureLimits.STANDARD).getFirst();
    }

    static Stream<Arguments> known() {
        return Stream.of(
                arguments(CaptureFormat.PAWL, "PAWLCAPT"),
                arguments(CaptureFormat.STAMPED_LINES, "1680652800005184 {}\n"),
                arguments(CaptureFormat.STAMPED_LINES, "1680652800005184 {}"),
                arguments(CaptureFormat.STAMPED_LINES, "\n\n1680652800005 {}"),
                arguments(CaptureFormat.STAMPED_LINES, "{\"half\n1680652800005 {}"),
                arguments(CaptureFormat.STAMPED_LINES, "1680652800005184 " + "x".repeat(200_000)),
                arguments(CaptureFormat.CRYPTOFEED_LINES, "{\"t\":\"header\"}"),
                arguments(CaptureFormat.CRYPTOFEED_LINES, "{ \"conn\" : [1,{}], \"t\" : \"recv\" , \"da"),
                arguments(CaptureFormat.CRYPTOFEED_LINES, "{\"t\":\"http\",\"data\":\"" + "x".repeat(200_000)));
    }

    @ParameterizedTest
    @MethodSource("known")
    void knowsAFormatByItsContentPlainOrCompressed(CaptureFormat format, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(survey(bytes).format()).contains(format);
        CaptureInfo zipped = survey(Gzip.of(bytes));
        assertThat(zipped.format()).contains(format);
        assertThat(zipped.compression()).isEqualTo(Compression.GZIP);
        CaptureInfo zstd = survey(Zstandard.of(bytes));
        assertThat(zstd.format()).contains(format);
        assertThat(zstd.compression()).isEqualTo(Compression.ZSTD);
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                arguments(hex(Zstandard.of(Zstandard.of(new byte[1]))), "zstd once more: decompress it first"),
                arguments("fd377a585a0000", "xz"),
                arguments("425a683931", "bzip2"),
                arguments("04224d18", "lz4"),
                arguments("504b0304", "zip"),
                arguments(hex("{\"e\":\"trade\",\"t\":4217898224}\n"), "{\"e"),
                arguments(hex("{\"t\":\"something\"}\n"), "cryptofeed"),
                arguments(hex("time,price\n1680652800005184,1\n"), "starts with \"time,price"),
                arguments(hex("168065280000518 {}\n"), "stamp"),
                arguments("00", "(00)"),
                arguments("0a0a", "(0a 0a)"));
    }

    private static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void saysWhatItSawOfAnUnknownOne(String hex, String said) throws Exception {
        CaptureInfo info = survey(HexFormat.of().parseHex(hex));
        assertThat(info.format()).isEmpty();
        assertThat(info.frames()).isZero();
        assertThat(info.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.UNKNOWN_FORMAT);
            assertThat(problem.message().replace("<epoch", "stamp"))
                    .contains(said, "Pawl capture", "plain, gzip or zstd");
        });
    }

    @Test
    void anEmptyFileIsEmptyPlainOrGzip() throws Exception {
        assertThat(survey(new byte[0]).problems())
                .extracting(CaptureProblem::kind)
                .containsExactly(Kind.EMPTY_FILE);
        assertThat(survey(Gzip.of(new byte[0])).problems())
                .extracting(CaptureProblem::kind)
                .containsExactly(Kind.EMPTY_FILE);
        byte[] byteOrderMark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
        assertThat(survey(byteOrderMark).problems())
                .extracting(CaptureProblem::kind)
                .containsExactly(Kind.EMPTY_FILE);
    }

    @Test
    void gzipCutBeforeAnyContentIsTruncatedAndNotEmpty() throws Exception {
        byte[] header = Arrays.copyOf(Gzip.of("1680652800005184 {}\n".getBytes(StandardCharsets.US_ASCII)), 10);
        assertThat(survey(header).problems()).extracting(CaptureProblem::kind).containsExactly(Kind.TRUNCATED);
    }

    @Test
    void aCutStartOfOurOwnMagicIsATruncatedCapture() throws Exception {
        CaptureInfo info = survey("PAWL".getBytes(StandardCharsets.US_ASCII));
        assertThat(info.format()).contains(CaptureFormat.PAWL);
        assertThat(info.problems()).extracting(CaptureProblem::kind).containsExactly(Kind.TRUNCATED);
    }
}
