package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.token.Ticks;
import pawl.capture.CaptureProblem.Kind;

class StampedLinesTest {
    private static final String FIRST = "1680652800005184 {\"first\":1}\n";
    private static final long FIRST_NS = 1_680_652_800_005_184_000L;

    @TempDir
    private Path folder;

    private Reading read(String text) throws Exception {
        return read(text.getBytes(StandardCharsets.ISO_8859_1), CaptureLimits.STANDARD);
    }

    private Reading read(byte[] bytes, CaptureLimits limits) throws Exception {
        return Reading.of(limits, Files.write(folder.resolve("capture"), bytes));
    }

    @Test
    void tellsStampsApartByTheirDigits() throws Exception {
        Reading reading = read(FIRST + "1680652800006 ms\n1680652800007000000 ns\n1680652800007000 us\n");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.frames())
                .containsExactly(
                        new Recorded("", FIRST_NS, Ticks.ofEpochNs(FIRST_NS), "{\"first\":1}"),
                        new Recorded("", 1_680_652_800_006_000_000L, 6_722_611_200L, "ms"),
                        new Recorded("", 1_680_652_800_007_000_000L, 6_722_611_200L, "ns"),
                        new Recorded("", 1_680_652_800_007_000_000L, 6_722_611_200L, "us"));
        assertThat(reading.lastClosedTick()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no stamp at all",
                "1680652800005184",
                "1680652800005184 ",
                "1680652800005184\t{}",
                " 1680652800005184 {}",
                "168065280000518 fifteen digits",
                "16806528000051840 seventeen digits",
                "16806528000051840000 twenty digits",
                "9999999999999999999 past 2262",
                "9223372036854776 past 2262",
                "9999999999999 past 2262",
                "-680652800005184 negative",
                "\u0000\u0000\u0000"
            })
    void leavesOutAndReportsALineOfAnotherForm(String line) throws Exception {
        Reading reading = read(FIRST + line + "\n" + FIRST);
        assertThat(reading.texts()).containsExactly("{\"first\":1}", "{\"first\":1}");
        assertThat(reading.numbers()).containsExactly(1L, 3L);
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.MALFORMED_LINE);
            assertThat(problem.number()).isEqualTo(2);
            assertThat(problem.offsetBytes()).isEqualTo(FIRST.length());
            assertThat(problem.text()).contains("capture:2 (byte 29): \"").contains("left out");
        });
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                arguments("CR LF", "1680652800005184 a\r\n1680652800005184 b\r\n", List.of("a", "b")),
                arguments("blank lines", "\n\r\n1680652800005184 a\n\n\n1680652800005184 b\n\n", List.of("a", "b")),
                arguments("NUL bytes", "1680652800005184 \0{\0}\0\n", List.of("\0{\0}\0")),
                arguments("byte order mark", "\u00ef\u00bb\u00bf1680652800005184 a\n", List.of("a")),
                arguments("blanks in the frame", "1680652800005184  a b \n", List.of(" a b ")),
                arguments("CR in the frame", "1680652800005184 a\rb\r\r\n", List.of("a\rb\r")),
                arguments("no UTF-8", "1680652800005184 \u00ff\u00fe\n", List.of("\u00ff\u00fe")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void deliversFramesAsTheyAre(String name, String text, List<String> frames) throws Exception {
        Reading reading = read(text);
        assertThat(reading.texts()).as(name).isEqualTo(frames);
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void deliversHalfALastLineAndSaysSo() throws Exception {
        Reading reading = read(FIRST + "1680652800005185 {\"sec");
        assertThat(reading.texts()).containsExactly("{\"first\":1}", "{\"sec");
        assertThat(reading.kinds()).containsExactly(Kind.UNTERMINATED_LINE);
        assertThat(reading.problems().getFirst().number()).isEqualTo(2);
    }

    @Test
    void leavesOutALastLineThatEndsInItsStamp() throws Exception {
        Reading reading = read(FIRST + "16806528000");
        assertThat(reading.texts()).containsExactly("{\"first\":1}");
        assertThat(reading.kinds()).containsExactly(Kind.MALFORMED_LINE);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 4_500, 300_000})
    void leavesOutAFrameAboveTheLimit(int frameBytes) throws Exception {
        CaptureLimits limits = new CaptureLimits(100);
        String longest = "x".repeat(100);
        String text = FIRST + "1680652800005184 " + "y".repeat(frameBytes) + "\n1680652800005184 " + longest + "\n";
        Reading reading = read(text.getBytes(StandardCharsets.ISO_8859_1), limits);
        assertThat(reading.texts()).containsExactly("{\"first\":1}", longest);
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.FRAME_TOO_LONG);
            assertThat(problem.number()).isEqualTo(2);
            assertThat(problem.offsetBytes()).isEqualTo(FIRST.length());
            assertThat(problem.message()).contains("allowed are 100");
        });
    }

    @Test
    void aFrameAboveTheLimitMayBeTheLast() throws Exception {
        Reading reading = read((FIRST + "1680652800005184 " + "y".repeat(300_000)).getBytes(), new CaptureLimits(100));
        assertThat(reading.texts()).containsExactly("{\"first\":1}");
        assertThat(reading.kinds()).containsExactly(Kind.FRAME_TOO_LONG);
    }

    @Test
    void aLongFrameWithinTheLimitIsDelivered() throws Exception {
        String frame = "z".repeat(3_000_000);
        Reading reading = read("1680652800005184 " + frame + "\n" + FIRST);
        assertThat(reading.texts()).containsExactly(frame, "{\"first\":1}");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void timeGoingBackwardCountsAsTheEarlierFramesTimeAndIsReportedOnce() throws Exception {
        long lateUs = 1_680_652_800_005_184L;
        String text = lateUs + " a\n" + (lateUs - 7_200_000_000L) + " b\n" + (lateUs - 1) + " c\n" + (lateUs + 5)
                + " d\n" + lateUs + " e\n";
        Reading reading = read(text);
        assertThat(reading.frames())
                .extracting(Recorded::arrivalNs)
                .containsExactly(FIRST_NS, FIRST_NS, FIRST_NS, FIRST_NS + 5_000, FIRST_NS + 5_000);
        assertThat(reading.frames()).extracting(Recorded::tick).isSorted();
        assertThat(reading.kinds()).containsExactly(Kind.TIME_BACKWARD, Kind.TIME_BACKWARD);
        assertThat(reading.problems().getFirst().number()).isEqualTo(2);
        assertThat(reading.problems().getFirst().message()).contains("7200000000000 ns");
        assertThat(reading.problems()).extracting(CaptureProblem::occurrences).containsExactly(1L, 2L);
        assertThat(reading.problems().getLast().number()).isEqualTo(5);
    }

    @Test
    void aFloodOfFaultsIsReportedInTwentyAndACount() throws Exception {
        Reading reading = read(FIRST + "bad\n".repeat(1_000) + FIRST);
        assertThat(reading.frames()).hasSize(2);
        assertThat(reading.problems()).hasSize(21);
        assertThat(reading.problems().getLast().message()).startsWith("980 more of MALFORMED_LINE");
        assertThat(reading.problems().stream()
                        .mapToLong(CaptureProblem::occurrences)
                        .sum())
                .isEqualTo(1_000);
    }

    @Test
    void aCaptureWhoseFirstLineIsDamagedIsStillKnown() throws Exception {
        Reading reading = read("stamp\",\"data\":{}}\n" + FIRST);
        assertThat(reading.texts()).containsExactly("{\"first\":1}");
        assertThat(reading.kinds()).containsExactly(Kind.MALFORMED_LINE);
    }

    @Test
    void cutGzipGivesAllWholeLinesAndNoHalfOne() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append(1_680_652_800_005_184L + i)
                    .append(" {\"frame\":")
                    .append(i * 7919L)
                    .append("}\n");
        }
        List<String> frames = read(text.toString()).texts();
        byte[] whole = Gzip.of(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        for (int length = 200; length < whole.length; length += 13) {
            Reading cut = read(Arrays.copyOf(whole, length), CaptureLimits.STANDARD);
            assertThat(cut.kinds()).as("cut to %d", length).containsExactly(Kind.TRUNCATED);
            assertThat(cut.texts())
                    .as("cut to %d", length)
                    .isEqualTo(frames.subList(0, cut.frames().size()));
        }
    }
}
