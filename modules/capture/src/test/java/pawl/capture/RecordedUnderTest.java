package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.capture.CaptureProblem.Kind;

class RecordedUnderTest {
    private static final String CONFIGURATION = "4ccee6ca56670f01d1867098d671c2bc3513106e73fd8113d1984efee8c8b23e";
    /** Of the golden capture's first record. */
    private static final int START = 20;

    private static final int END = START + 199;

    @TempDir
    private Path folder;

    private static PluginIdentity plugin(PluginIdentity.Kind kind, String id, String version, char hashed) {
        return new PluginIdentity(kind, id, version, Sha256.of(new byte[] {(byte) hashed}));
    }

    private static List<PluginIdentity> goldenPlugins() {
        return List.of(
                plugin(PluginIdentity.Kind.EXCHANGE, "exchange-binance", "0.1.0", 'a'),
                plugin(PluginIdentity.Kind.TIER, "tier-static", "1.2.0", 'b'),
                plugin(PluginIdentity.Kind.STORAGE, "dépôt", "2", 'c'));
    }

    private static Optional<RecordedUnder> of(Path... captures) throws CaptureException {
        return Captures.recordedUnder(List.of(captures));
    }

    private Path record(String name, CaptureIdentity identity) throws CaptureException {
        Path captures = folder.resolve(name);
        try (CaptureFolderWriter writer = CaptureFolderWriter.create(captures, identity, SegmentLimits.STANDARD)) {
            writer.end(5);
        }
        return captures;
    }

    @Test
    void readsTheGoldenCapture() throws Exception {
        assertThat(of(Fixtures.GOLDEN_1_1))
                .contains(new RecordedUnder(CONFIGURATION, goldenPlugins(), Optional.empty()));
        Reading reading = Reading.of(Fixtures.GOLDEN_1_1);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.frames()).isEqualTo(Reading.of(Fixtures.GOLDEN).frames());
        assertThat(of(Fixtures.GOLDEN)).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadInOrderOfKindAndId() throws Exception {
        CaptureIdentity identity = new CaptureIdentity(
                Recordings.CONFIGURATION.getBytes(StandardCharsets.UTF_8),
                goldenPlugins().reversed());
        Path captures = record("captures", identity);
        assertThat(of(captures))
                .contains(new RecordedUnder(CONFIGURATION, goldenPlugins(), Optional.of(Recordings.CONFIGURATION)));
        assertThat(captures.resolve("configuration/" + CONFIGURATION + ".json")).hasContent(Recordings.CONFIGURATION);
    }

    @ParameterizedTest
    @CsvSource({"44, 4", "44, 2", "45, 1", "46, 9", "46, 0", "47, 0", "47, 255", "47, 17", "48, 0", "82, 255", "98, 255"
    })
    void aRecordThatMakesNoSenseIsLeftOut(int at, int value) throws Exception {
        byte[] bytes = Files.readAllBytes(Fixtures.GOLDEN_1_1);
        bytes[START + at] = (byte) value;
        seal(bytes);
        Path capture = Files.write(folder.resolve("capture"), bytes);
        assertThat(of(capture)).isEmpty();
        Reading reading = Reading.of(capture);
        assertThat(reading.kinds()).containsExactly(Kind.MALFORMED_RECORD);
        assertThat(reading.frames()).hasSize(3);
    }

    private static void seal(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, START, 4);
        crc.update(bytes, START + 8, END - START - 8);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(START + 4, (int) crc.getValue());
    }

    @Test
    void itIsTheFirstRecordOrNone() throws Exception {
        byte[] golden = Files.readAllBytes(Fixtures.GOLDEN_1_1);
        byte[] twice = Gzip.joined(Arrays.copyOf(golden, END), Arrays.copyOfRange(golden, START, golden.length));
        Reading reading = Reading.of(Files.write(folder.resolve("twice"), twice));
        assertThat(reading.frames()).hasSize(3);
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.MALFORMED_RECORD);
            assertThat(problem.message()).contains("not the first record");
        });
    }

    @Test
    void aTornRecordSaysNothing() throws Exception {
        byte[] golden = Files.readAllBytes(Fixtures.GOLDEN_1_1);
        for (int length = 1; length < END; length++) {
            Path torn = Files.write(folder.resolve("torn"), Arrays.copyOf(golden, length));
            assertThat(of(torn)).as("cut to %d", length).isEmpty();
            assertThat(Reading.of(torn).kinds()).containsExactly(Kind.TRUNCATED);
        }
    }

    @Test
    void capturesThatSayTheSameAgreeAndThoseThatSayNothingDoNotDisagree() throws Exception {
        Path one = record("one", Recordings.identity());
        Path two = record("two", Recordings.identity());
        Files.delete(one.resolve("configuration/" + CONFIGURATION + ".json"));
        assertThat(of(one).orElseThrow().configurationJson()).isEmpty();
        assertThat(of(one, Fixtures.GOLDEN, two).orElseThrow().configurationJson())
                .contains(Recordings.CONFIGURATION);
    }

    @Test
    void otherConfigurationsOrPluginsAreADisagreementThatSaysWhich() throws Exception {
        Path one = record("one", Recordings.identity());
        Path other = record("other", Recordings.identity("{}"));
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> of(one, other))
                .withMessageContainingAll("other", "configuration 44136fa355", "and not " + CONFIGURATION, "one")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(CaptureException.Kind.DISAGREEMENT));
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> of(one, Fixtures.GOLDEN_1_1))
                .withMessageContaining("exchange-binance 0.1.0 sha256:");
    }

    @Test
    void aConfigurationThatIsNotOfItsHashIsAnError() throws Exception {
        Path captures = record("captures", Recordings.identity());
        Files.writeString(captures.resolve("configuration/" + CONFIGURATION + ".json"), "{}");
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> of(captures))
                .withMessageContaining("its bytes have the hash 44136fa355")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(CaptureException.Kind.BAD_INPUT));
    }

    @Test
    void aConversionKeepsWhatAllSayAlike() throws Exception {
        Path one = folder.resolve("one");
        Recordings.write(one, Recordings.oneTickEach(3), new SegmentLimits(1, 1), 0);
        Path converted = folder.resolve("converted");
        Captures.convert(List.of(one), converted, CaptureLimits.STANDARD, problem -> {});
        assertThat(of(converted)).isEqualTo(of(one)).isPresent();
        assertThat(folder.resolve("configuration/" + CONFIGURATION + ".json")).hasContent(Recordings.CONFIGURATION);
        Captures.convert(List.of(one, Fixtures.GOLDEN), converted, CaptureLimits.STANDARD, problem -> {});
        assertThat(of(converted)).isEmpty();
    }

    @Test
    @Timeout(60)
    void aPipeIsLeftToWhoeverReadsItsFrames() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThat(of(pipe)).isEmpty();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            other.submit(() -> Files.write(pipe, Files.readAllBytes(Fixtures.GOLDEN_1_1)));
            Path converted = folder.resolve("converted");
            Captures.convert(List.of(pipe, Fixtures.GOLDEN), converted, CaptureLimits.STANDARD, problem -> {});
            assertThat(Reading.of(converted).frames()).hasSize(6);
        }
    }

    @Test
    void refusesWhatARecordCannotHold() {
        PluginIdentity plugin = Recordings.PLUGIN;
        String hash = plugin.sha256();
        byte[] json = {};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaptureIdentity(json, List.of(plugin, plugin)))
                .withMessage("plugin tier-static is there twice");
        assertThatIllegalArgumentException().isThrownBy(() -> new PluginIdentity(plugin.kind(), "", "1", hash));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PluginIdentity(plugin.kind(), "é".repeat(128), "1", hash));
        assertThatIllegalArgumentException().isThrownBy(() -> new PluginIdentity(plugin.kind(), "a", "1", "A"));
    }
}
