package pawl.plugin.exchange.binance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recordings that lie beside a checkout. Without them the tests that ask for them are skipped. */
final class SharedData {
    private static final Path FOLDER =
            Path.of(System.getProperty("pawl.shared.data", "")).resolve("binance-usdm");
    private static final JsonMapper JSON = new JsonMapper();

    private SharedData() {}

    /** The file's lines, without the empty ones, unpacked where its name ends in gz. */
    static List<byte[]> lines(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "no shared data: " + file + " is not there");
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return split(in.readAllBytes());
        }
    }

    static List<byte[]> split(byte[] all) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= all.length; at++) {
            if (at == all.length || all[at] == '\n') {
                if (at > from) {
                    lines.add(Arrays.copyOfRange(all, from, at));
                }
                from = at + 1;
            }
        }
        return lines;
    }

    /** The frames of a recording whose lines are {@code <stamp> <frame>}. */
    static List<byte[]> stampedFrames(String name) throws IOException {
        List<byte[]> frames = new ArrayList<>();
        for (byte[] line : lines(name)) {
            int blank = 0;
            while (line[blank] != ' ') {
                blank++;
            }
            frames.add(Arrays.copyOfRange(line, blank + 1, line.length));
        }
        return frames;
    }

    /** The values of a field of each line, as JSON; a text as its own JSON. */
    static List<byte[]> field(String name, String field) throws IOException {
        List<byte[]> frames = new ArrayList<>();
        for (byte[] line : lines(name)) {
            JsonNode value = JSON.readTree(line).path(field);
            if (!value.isMissingNode()) {
                frames.add(value.isString() ? value.stringValue().getBytes("UTF-8") : JSON.writeValueAsBytes(value));
            }
        }
        return frames;
    }
}
