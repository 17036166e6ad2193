package pawl.plugin.exchange.hyperliquid;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.json.JsonMapper;

/** The recordings that lie beside a checkout. Without them the tests that ask for them are skipped. */
final class SharedData {
    static final JsonMapper JSON = new JsonMapper();
    private static final Path FOLDER =
            Path.of(System.getProperty("pawl.shared.data", "")).resolve("hyperliquid");

    private SharedData() {}

    /** The file's lines, without the empty ones, unpacked where its name ends in gz. */
    static List<String> lines(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "no shared data: " + file + " is not there");
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    /** The frames of a recording whose lines are {@code <stamp> <frame>}. */
    static List<String> stampedFrames(String name) throws IOException {
        return lines(name).stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }
}
