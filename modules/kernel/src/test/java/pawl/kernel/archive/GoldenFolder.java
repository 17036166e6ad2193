package pawl.kernel.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The stored data folders, and copies of them that a test may change. */
final class GoldenFolder {
    static final Path PLUGINS = plugins("1.0.0");

    private GoldenFolder() {}

    /** The builds that its headers name. */
    static Path plugins(String version) {
        return Path.of("src/test/resources/golden", version, "plugins");
    }

    static Path copy(String version, Path to) throws IOException {
        Path from = Path.of("src/test/resources/golden", version, "data");
        for (Path file : files(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return to;
    }

    /** As a seal would lie there; what it says is not looked at. */
    static void seal(Path data, String day) throws IOException {
        Path seal = data.resolve("seals").resolve(day + ".checkpoint");
        Files.createDirectories(seal.getParent());
        Files.writeString(seal, "unsigned/" + day + "\n");
    }

    static void unseal(Path data) throws IOException {
        for (Path seal : files(data.resolve("seals"))) {
            Files.delete(seal);
        }
    }

    /** All files below a folder but its lock, by their names there. */
    static SortedMap<String, byte[]> content(Path folder) throws IOException {
        SortedMap<String, byte[]> content = new TreeMap<>();
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString();
            if (!name.equals("lock")) {
                content.put(name, Files.readAllBytes(file));
            }
        }
        return content;
    }

    static Iterable<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }
}
