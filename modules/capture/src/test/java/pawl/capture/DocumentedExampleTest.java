package pawl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes that the format's page shows. */
class DocumentedExampleTest {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{2})  ((?:[0-9a-f]{2} {1,2})*[0-9a-f]{2})(?:   .*)?");

    @TempDir
    private Path folder;

    private static byte[] example() throws Exception {
        Path page = Path.of(System.getProperty("pawl.root"), "docs", "capture-format.md");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line : Files.readAllLines(page)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                assertThat(Integer.parseInt(matcher.group(1), 16)).as(line).isEqualTo(bytes.size());
                bytes.writeBytes(HexFormat.of().parseHex(matcher.group(2).replace(" ", "")));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void isACaptureThatHoldsWhatThePageSays() throws Exception {
        Path capture = Files.write(folder.resolve("capture"), example());
        Reading reading = Reading.of(capture);
        assertThat(reading.frames()).containsExactly(new Recorded("f", 1, 0, "{}"));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.lastClosedTick()).hasValue(0);
        RecordedUnder under = Captures.recordedUnder(List.of(capture)).orElseThrow();
        assertThat(under.configurationSha256()).isEqualTo(Sha256.of("{}".getBytes(StandardCharsets.US_ASCII)));
        assertThat(under.plugins())
                .containsExactly(new PluginIdentity(
                        PluginIdentity.Kind.TIER, "t", "1", Sha256.of("t".getBytes(StandardCharsets.US_ASCII))));
        assertThat(Captures.formatVersion()).isEqualTo("1.1.0");
    }
}
