package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What recordings should not hold and do: counted, reported with its place, got past; or the end of a strict replay. */
class BadInputIT {
    private static final int LINES = 2_000;
    private static final int BAD_LINE = 1_001;
    /** The stamp of the line that the bad one takes the place of. */
    private static final String STAMP =
            Recording.bundledLines().get(BAD_LINE - 1).split(" ", 2)[0];

    static Stream<Arguments> badFrames() {
        return Stream.of(
                frame("no JSON", "trade of 1 at 28155"),
                frame("half a frame", trade("28155.20", "0.004").substring(0, 40)),
                frame("30 digits", trade("123456789012345678901234567890", "0.004")),
                frame("an exponent beyond the range", trade("2.8e400", "0.004")),
                frame("a negative quantity", trade("28155.20", "-0.004")),
                frame("finer than the configured exponent", trade("28155.2000001", "0.004")),
                frame("NUL bytes", "\0\0\0\0"),
                frame("an array", "[1,2,3]"),
                frame("nothing where a price belongs", trade("", "0.004")),
                frame("a byte order mark", "\ufeff" + "{}x"));
    }

    @ParameterizedTest
    @MethodSource("badFrames")
    void aBadFrameIsRefusedOrEndsAStrictReplay(String frame) {
        Runs runs = Runs.of(withLine(STAMP + " " + frame));

        assertThat(runs.report().get("refused").asLong()).isEqualTo(1);
        assertThat(runs.report().get("frames").asLong()).isEqualTo(LINES + 1);
        runs.assertStrictEndsAt("capture:" + BAD_LINE);
    }

    @Test
    void anExponentIsReadExactly() {
        Path data = Distribution.scratch("exponent").resolve("data");

        Pawl.succeed("replay", withLine(STAMP + " " + trade("2.815525e4", "4E-3")), "--strict", "--data", data);

        assertThat(Pawl.succeed("log", "cat", data, "--type", "TRADE", "--json").jsonLines())
                .anySatisfy(trade -> {
                    assertThat(trade.get("price").asString()).isEqualTo("28155.25");
                    assertThat(trade.get("quantity").asString()).isEqualTo("0.0040");
                });
    }

    @ParameterizedTest
    @CsvSource({"hello, MALFORMED_LINE", "168065280000518 {}, MALFORMED_LINE"})
    void aBadLineIsLeftOut(String line, String kind) {
        Runs runs = Runs.of(withLine(line));

        assertThat(runs.report().get("problems").get(kind).asLong()).isEqualTo(1);
        assertThat(runs.report().get("frames").asLong()).isEqualTo(LINES);
        runs.assertStrictEndsAt("capture:" + BAD_LINE);
    }

    @Test
    void anUnknownSymbolIsReportedAndNotGuessed() {
        Path capture = withLine(STAMP + " " + trade("1.5", "2").replace("BTCUSDT", "NOBODYUSDT"));

        JsonNode report = Pawl.succeed("replay", capture, "--json").json();

        assertThat(report.get("unconfigured").toString()).isEqualTo("{\"NOBODYUSDT\":1}");
        assertThat(report.get("tokens").has("NOBODYUSDT")).isFalse();
        assertThat(Pawl.succeed("replay", capture).out()).contains("NOBODYUSDT", "--auto");
    }

    @Test
    void anUnknownKindOfMessageIsIgnoredByName() {
        Path capture = withLine(STAMP + " {\"stream\":\"x\",\"data\":{\"e\":\"comet\",\"E\":1,\"s\":\"BTCUSDT\"}}");

        JsonNode report = Pawl.succeed("replay", capture, "--json").json();

        assertThat(report.get("ignored").get("comet").asLong()).isEqualTo(1);
        assertThat(report.get("refused").asLong()).isZero();
    }

    @Test
    void aFrameOf20MegabytesPassesThroughASmallHeap() {
        byte[] digits = new byte[20_000_000];
        Arrays.fill(digits, (byte) '1');
        Path capture = withLine(STAMP + " " + trade(new String(digits, StandardCharsets.ISO_8859_1), "1"));

        Pawl.Outcome outcome =
                Pawl.command("replay", capture, "--json").javaOptions("-Xmx64m").succeed();

        assertThat(outcome.json().get("problems").get("FRAME_TOO_LONG").asLong())
                .isEqualTo(1);
        assertThat(outcome.json().get("frames").asLong()).isEqualTo(LINES);
        assertThat(outcome.error()).contains("capture:" + BAD_LINE);
    }

    @Test
    void timeThatGoesBackwardByHoursRewindsNothing() {
        long hoursMs = 3 * 3_600_000;
        String markPrice = "{\"stream\":\"btcusdt@markPrice@1s\",\"data\":{\"e\":\"markPriceUpdate\",\"E\":"
                + (1_680_652_801_000L - hoursMs) + ",\"s\":\"BTCUSDT\",\"p\":\"28155.1\",\"P\":\"28141.4\","
                + "\"i\":\"28165.0\",\"r\":\"0.0001\",\"T\":1680681600000}}";
        JsonNode without = Pawl.succeed("replay", withLine(""), "--json").json();

        Runs runs = Runs.of(withLine((Long.parseLong(STAMP) - hoursMs * 1_000) + " " + markPrice));

        JsonNode with = runs.report();
        assertThat(with.get("problems").toString()).isEqualTo("{\"TIME_BACKWARD\":1}");
        assertThat(with.get("late").asLong()).isEqualTo(without.get("late").asLong() + 1);
        assertThat(with.get("events").get("MARK_PRICE").asLong())
                .isEqualTo(without.get("events").get("MARK_PRICE").asLong() + 1);
        assertThat(with.get("firstTick")).isEqualTo(without.get("firstTick"));
        assertThat(with.get("ticks")).isEqualTo(without.get("ticks"));
        runs.assertStrictEndsAt("capture:" + BAD_LINE);
    }

    @Test
    void aTruncatedGzipGivesWhatIsWhole() {
        Path folder = Distribution.scratch("bad");
        byte[] gzip = StoredFiles.bytes(Recording.writeGzip(folder.resolve("whole"), Recording.start(LINES)));
        Path capture = Recording.write(folder.resolve("capture"), Arrays.copyOf(gzip, gzip.length / 2));

        Runs runs = Runs.of(capture);

        assertThat(runs.report().get("problems").size()).isPositive();
        assertThat(runs.report().get("frames").asLong()).isBetween(1L, LINES - 1L);
        assertThat(runs.report().get("refused").asLong()).isZero();
        runs.assertStrictEndsAt("capture");
    }

    @Test
    void halfALineAtTheEndIsReported() {
        Path folder = Distribution.scratch("bad");
        byte[] text = StoredFiles.bytes(Recording.write(folder.resolve("whole"), Recording.start(LINES)));
        Path capture = Recording.write(folder.resolve("capture"), Arrays.copyOf(text, text.length - 30));

        Runs runs = Runs.of(capture);

        assertThat(runs.report().get("problems").get("UNTERMINATED_LINE").asLong())
                .isEqualTo(1);
        assertThat(runs.report().get("refused").asLong()).isEqualTo(1);
        runs.assertStrictEndsAt("capture:" + LINES);
    }

    @Test
    void anEmptyFileOrOneOfAnotherVersionGivesNothingAndTheOthersGoOn() {
        Path folder = Distribution.scratch("bad");
        Path empty = Recording.write(folder.resolve("empty"), new byte[0]);
        byte[] header = Arrays.copyOf("PAWLCAPT".getBytes(StandardCharsets.US_ASCII), 20);
        header[8] = 2;
        header[14] = 20;
        Path other = Recording.write(folder.resolve("other"), header);
        Path good = Recording.write(folder.resolve("good"), Recording.start(LINES));

        Pawl.Outcome outcome = Pawl.succeed("replay", empty, other, good, "--json");

        assertThat(outcome.json().get("frames").asLong()).isEqualTo(LINES);
        assertThat(outcome.json().get("problems").toString()).isEqualTo("{\"EMPTY_FILE\":1,\"OTHER_VERSION\":1}");
        assertThat(outcome.error()).contains("empty: ", "other: ", "version 2.0.0");
        for (Path alone : List.of(empty, other)) {
            assertThat(Pawl.run("replay", alone).exitCode())
                    .as(alone.toString())
                    .isEqualTo(3);
            assertThat(Pawl.run("replay", alone, good, "--strict").exitCode())
                    .as("strict, with " + alone)
                    .isEqualTo(3);
        }
    }

    @Test
    void aCaptureThatIsNotThereIsWrongUsage() {
        Pawl.Outcome outcome = Pawl.run("replay", "no-such-file.gz");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.error()).startsWith("pawl: no-such-file.gz").hasLineCount(1);
    }

    private static Arguments frame(String name, String frame) {
        return Arguments.of(Named.of(name, frame));
    }

    private static String trade(String price, String quantity) {
        return "{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1680652801000,\"T\":1680652801000,"
                + "\"s\":\"BTCUSDT\",\"t\":9000000000,\"p\":\"" + price + "\",\"q\":\"" + quantity
                + "\",\"X\":\"MARKET\",\"m\":true}}";
    }

    /** The start of the bundled recording with one line put in. */
    private static Path withLine(String line) {
        List<String> lines = Recording.start(LINES);
        lines.add(BAD_LINE - 1, line);
        return Recording.write(Distribution.scratch("bad").resolve("capture"), lines);
    }

    /** A capture replayed into a folder. */
    private record Runs(Path capture, JsonNode report) {

        static Runs of(Path capture) {
            Pawl.Outcome outcome = Pawl.succeed("replay", capture, "--json");
            assertThat(outcome.error()).as("what is wrong, and where").contains(capture + ":");
            return new Runs(capture, outcome.json());
        }

        void assertStrictEndsAt(String place) {
            Path data = Distribution.scratch("strict").resolve("data");

            Pawl.Outcome outcome = Pawl.run("replay", capture, "--strict", "--data", data, "--json");

            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.error()).startsWith("pawl: ").contains(place).hasLineCount(1);
            assertThat(Pawl.run("log", "stat", data).exitCode())
                    .as("no log is damaged")
                    .isZero();
        }
    }
}
