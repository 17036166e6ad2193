package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.capture.CaptureProblem.Kind;

/** Recordings that are too large to lie in the repository; their PROVENANCE.md states the counts. */
class SharedRecordingsTest {
    private final Path recordings = Path.of(System.getProperty("pawl.shared.data", ""), "binance-usdm", "recordings");

    @TempDir
    private Path folder;

    @BeforeEach
    void needRecordings() {
        assumeTrue(Files.isDirectory(recordings), () -> "no recordings at " + recordings);
    }

    private static CaptureInfo survey(Path file) throws CaptureException {
        return Captures.survey(List.of(file), CaptureLimits.STANDARD).getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "btcusdt_20230405.dat.gz, 60381, 1680652800005184000, 1680653214683",
        "btcusdt_20240718.gz,     11414, 1721347020984480942, 1721347198986",
        "ethusdt_20240718.gz,     14003, 1721347021080838061, 1721347198987",
        "btcusdt_20240719.gz,     60570, 1721347200064916040, 1721347500768",
        "ethusdt_20240719.gz,     55910, 1721347200395884595, 1721347500768"
    })
    void stampedLinesHoldTheFramesThatTheirProvenanceStates(
            String name, long frames, long firstArrivalNs, long lastArrivalMs) throws Exception {
        CaptureInfo info = survey(recordings.resolve(name));
        assertThat(info.format()).contains(CaptureFormat.STAMPED_LINES);
        assertThat(info.problems()).isEmpty();
        assertThat(info.frames()).isEqualTo(frames);
        CaptureInfo.Span span = info.span().orElseThrow();
        assertThat(span.firstArrivalNs()).isEqualTo(firstArrivalNs);
        assertThat(span.lastArrivalNs() / 1_000_000).isEqualTo(lastArrivalMs);
    }

    @Test
    void cryptofeedsRecordingHoldsItsMessagesAndPolls() throws Exception {
        CaptureInfo info = survey(recordings.resolve("cryptofeed_20210722.jsonl.gz"));
        assertThat(info.format()).contains(CaptureFormat.CRYPTOFEED_LINES);
        // 1,542 lines, of which one is the header and one the connection.
        assertThat(info.frames()).isEqualTo(1_540);
        assertThat(info.unknownRecords()).isZero();
        assertThat(info.feeds())
                .extracting(CaptureInfo.Feed::name, CaptureInfo.Feed::frames)
                .contains(tuple("BINANCE_FUTURES.ws.1", 1_535L));
        // The answers to polls stand before messages that arrived earlier.
        assertThat(info.problems()).extracting(CaptureProblem::kind).containsOnly(Kind.TIME_BACKWARD);
    }

    @Test
    void aPairMergesTheSameWhicheverIsNamedFirst() throws Exception {
        Path btc = recordings.resolve("btcusdt_20240718.gz");
        Path eth = recordings.resolve("ethusdt_20240718.gz");
        Reading merged = Reading.of(btc, eth);
        assertThat(merged.frames()).hasSize(11_414 + 14_003);
        assertThat(merged.frames()).extracting(Recorded::arrivalNs).isSorted();
        assertThat(Reading.of(eth, btc).frames()).isEqualTo(merged.frames());

        Path converted = folder.resolve("converted");
        Captures.convert(List.of(eth, btc), converted, CaptureLimits.STANDARD, problem -> {});
        assertThat(Reading.of(converted).frames()).isEqualTo(merged.frames());
    }

    @ParameterizedTest
    @CsvSource({"btcusdt_20240718.gz, 100000", "btcusdt_20240718.gz, 572000", "cryptofeed_20210722.jsonl.gz, 60000"})
    void aCutRecordingGivesAllItsWholeLines(String name, int lengthBytes) throws Exception {
        Path whole = recordings.resolve(name);
        Path cut = folder.resolve("cut");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(whole), lengthBytes));
        Reading reading = Reading.of(cut);
        List<Recorded> frames = Reading.of(whole).frames();
        assertThat(reading.kinds()).contains(Kind.TRUNCATED).doesNotContain(Kind.MALFORMED_LINE);
        assertThat(reading.frames()).hasSizeBetween(100, frames.size() - 1);
        assertThat(reading.frames())
                .isEqualTo(frames.subList(0, reading.frames().size()));
    }

    @Test
    void aRecordingCorruptInTheMiddleGivesWhatCameBefore() throws Exception {
        Path whole = recordings.resolve("btcusdt_20240718.gz");
        byte[] bytes = Files.readAllBytes(whole);
        Arrays.fill(bytes, 300_000, 300_100, (byte) 0xff);
        Reading reading = Reading.of(Files.write(folder.resolve("corrupt"), bytes));
        List<Recorded> frames = Reading.of(whole).frames();
        assertThat(reading.kinds()).contains(Kind.CORRUPT_COMPRESSION);
        assertThat(reading.frames()).hasSizeGreaterThan(4_000);
        assertThat(reading.frames().subList(0, 4_000)).isEqualTo(frames.subList(0, 4_000));
    }
}
