package pawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A data folder of each version of the format stays readable for good (E8.3). What the build that wrote it said of it is stored beside
 * it; a later build may say more of the same bytes, and nothing else.
 */
class GoldenFoldersTest {
    private static final Path GOLDEN = Path.of("../kernel/src/test/resources/golden");

    static List<Path> folders() throws IOException {
        try (Stream<Path> entries = Files.list(GOLDEN)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Test
    void everyVersionIsThere() throws IOException {
        assertThat(folders())
                .extracting(folder -> folder.getFileName().toString())
                .contains("1.0.0", "1.1.0");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyRecordIsPrinted(Path folder) throws IOException {
        List<String> lines = new ArrayList<>(lines(folder, "log", "cat", folder + "/data"));
        for (Path ticks : files(folder.resolve("data/ticks"))) {
            lines.addAll(lines(folder, "log", "cat", ticks.toString()));
        }
        assertSaid(lines, gunzipped(folder.resolve("cat.jsonl.gz")));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyLogIsCounted(Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("log", "stat", folder + "/data"));
        for (Path ticks : files(folder.resolve("data/ticks"))) {
            arguments.add(ticks.toString());
        }
        List<String> lines = lines(folder, arguments.toArray(String[]::new));
        assertSaid(lines, Files.readAllLines(folder.resolve("stat.json")));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everySnapshotIsShown(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path snapshot : files(folder.resolve("data/snapshots"))) {
            lines.addAll(lines(folder, "snapshot", "show", snapshot.toString()));
        }
        assertSaid(lines, Files.readAllLines(folder.resolve("snapshots.jsonl")));
    }

    private static List<String> lines(Path folder, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", "--plugins", folder.resolve("plugins").toString()));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        assertThat(run.error()).isEmpty();
        assertThat(run.exitCode()).isZero();
        String absolute = folder.toAbsolutePath().normalize() + "/";
        return run.out().replace(absolute, "").replace(folder + "/", "").lines().toList();
    }

    private static void assertSaid(List<String> now, List<String> then) {
        assertThat(now).hasSameSizeAs(then);
        for (int line = 0; line < then.size(); line++) {
            Map<String, String> values = values(now.get(line));
            Map<String, String> expected = values(then.get(line));
            expected.keySet().removeIf(path -> isNamedSince(path, values));
            assertThat(values).as("line %d", line + 1).containsAllEntriesOf(expected);
        }
    }

    /** Whether it is a word of a region of a snapshot that was printed as bare words then, and whose words have names now. */
    private static boolean isNamedSince(String path, Map<String, String> now) {
        int words = path.indexOf("/words/");
        return path.startsWith("/regions/")
                && words > 0
                && !now.containsKey(path)
                && now.keySet().stream().anyMatch(other -> other.startsWith(path.substring(0, words + 1)));
    }

    /** Each value under its path. */
    private static Map<String, String> values(String json) {
        Map<String, String> values = new TreeMap<>();
        try (JsonParser parser = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue()) {
                    values.put(parser.streamReadContext().pathAsPointer().toString(), parser.getString());
                }
            }
        }
        return values;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<String> gunzipped(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
