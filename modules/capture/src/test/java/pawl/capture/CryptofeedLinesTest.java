package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.capture.CaptureProblem.Kind;

class CryptofeedLinesTest {
    private static final String HEADER =
            "{\"t\":\"header\",\"format\":2,\"config\":{\"trades\":[\"A\",{\"t\":\"send\"}]}}\n";
    private static final String RECV =
            "{\"t\":\"recv\",\"conn\":\"ws.1\",\"ts\":1626992741.06217,\"data\":\"{\\\"a\\\":1}\"}\n";

    @TempDir
    private Path folder;

    private Reading read(String text) throws Exception {
        return read(text, CaptureLimits.STANDARD);
    }

    private Reading read(String text, CaptureLimits limits) throws Exception {
        return Reading.of(limits, Files.writeString(folder.resolve("capture"), text, StandardCharsets.UTF_8));
    }

    @Test
    void deliversMessagesAndPollsAndNothingElse() throws Exception {
        Reading reading = read(HEADER
                + "{\"t\":\"connect\",\"conn\":\"ws.1\",\"ts\":1626992740.1,\"addr\":\"wss://x\"}\n"
                + "{\"t\":\"send\",\"conn\":\"ws.1\",\"ts\":1626992740.2,\"data\":\"SUBSCRIBE\"}\n"
                + "{\"t\":\"http\",\"conn\":\"http.0\",\"ts\":1626992741,\"url\":\"https://x\",\"data\":\"[]\"}\n"
                + "{\"t\":\"http\",\"conn\":\"http.0\",\"url\":\"https://x\",\"status\":500}\n"
                + RECV);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.frames())
                .containsExactly(
                        new Recorded("http.0", 1_626_992_741_000_000_000L, 6_507_970_964L, "[]"),
                        new Recorded("ws.1", 1_626_992_741_062_170_000L, 6_507_970_964L, "{\"a\":1}"));
        assertThat(reading.numbers()).containsExactly(4L, 6L);
    }

    @ParameterizedTest
    @CsvSource({
        "1626992741.06217,      1626992741062170000",
        "1626992741.062171936,  1626992741062171936",
        "1626992741.0621719365, 1626992741062171936",
        "1626992741.0621719375, 1626992741062171938",
        "1626992741,            1626992741000000000",
        "1.62699274106217e9,    1626992741062170000",
        "0,                     0",
        "9223372036.854775807,  9223372036854775807"
    })
    void readsStampsFromTheirDecimalText(String ts, long arrivalNs) throws Exception {
        Reading reading = read(RECV.replace("1626992741.06217", ts));
        assertThat(reading.frames()).extracting(Recorded::arrivalNs).containsExactly(arrivalNs);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\b\f\n\r\t"),
                arguments("\\u0000", "\0"),
                arguments("ä\\u00e4€\\u20ac", "ää€€"),
                arguments("\uD83D\uDE00\\ud83d\\ude00", "\uD83D\uDE00\uD83D\uDE00"),
                arguments("", ""),
                arguments("x".repeat(9_000) + "€", "x".repeat(9_000) + "€"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void deliversDataInUtf8(String escaped, String text) throws Exception {
        Reading reading = read(RECV.replace("{\\\"a\\\":1}", escaped));
        assertThat(reading.problems()).isEmpty();
        assertThat(new String(reading.frames().getFirst().bytes(), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"t\":\"recv\",\"conn\":\"ws.1\",\"ts\":1626992741.06217,\"da",
                "{\"t\":\"recv\",\"conn\":\"ws.1\",\"ts\":1626992741.06217}",
                "{\"t\":\"recv\",\"conn\":\"ws.1\",\"data\":\"{}\"}",
                "{\"t\":\"recv\",\"ts\":\"1626992741\",\"data\":\"{}\"}",
                "{\"t\":\"recv\",\"ts\":1626992741,\"data\":{}}",
                "{\"t\":\"recv\",\"ts\":-1,\"data\":\"{}\"}",
                "{\"t\":\"recv\",\"ts\":1e300,\"data\":\"{}\"}",
                "{\"t\":\"recv\",\"ts\":99999999999,\"data\":\"{}\"}",
                "{\"t\":\"recv\",\"ts\":1,\"data\":\"\\ud83d\"}",
                "{\"t\":\"recv\",\"ts\":1,\"data\":\"\\ud83dx\"}",
                "{\"t\":\"recv\",\"ts\":1,\"data\":\"{}\"} trailing",
                "[1,2]",
                "not JSON",
                "\u0000\u0000"
            })
    void leavesOutAndReportsALineOfAnotherForm(String line) throws Exception {
        Reading reading = read(HEADER + line + "\n" + RECV);
        assertThat(reading.texts()).containsExactly("{\"a\":1}");
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.MALFORMED_LINE);
            assertThat(problem.number()).isEqualTo(2);
            assertThat(problem.message()).contains("left out: ");
        });
    }

    @Test
    void countsLinesOfUnknownType() throws Exception {
        Reading reading =
                read(HEADER + "{\"t\":\"disconnect\",\"conn\":\"ws.1\"}\n{\"t\":7}\n{\"conn\":{\"t\":1}}\n" + RECV);
        assertThat(reading.frames()).hasSize(1);
        assertThat(reading.unknownRecords()).isEqualTo(3);
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void leavesOutAFrameAboveTheLimit() throws Exception {
        CaptureLimits limits = new CaptureLimits(100);
        String tooLong = RECV.replace("{\\\"a\\\":1}", "y".repeat(101));
        String farTooLong = RECV.replace("{\\\"a\\\":1}", "y".repeat(200_000));
        String longest = RECV.replace("{\\\"a\\\":1}", "z".repeat(100));
        Reading reading = read(HEADER + tooLong + farTooLong + longest, limits);
        assertThat(reading.texts()).containsExactly("z".repeat(100));
        assertThat(reading.kinds()).containsExactly(Kind.FRAME_TOO_LONG, Kind.FRAME_TOO_LONG);
    }

    @Test
    void aLastLineWithoutEndIsDeliveredWhenItIsWhole() throws Exception {
        Reading reading = read(HEADER + RECV + RECV.strip());
        assertThat(reading.frames()).hasSize(2);
        assertThat(reading.kinds()).containsExactly(Kind.UNTERMINATED_LINE);
    }
}
