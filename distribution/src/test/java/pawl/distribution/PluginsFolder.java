package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A plugins folder to change while an engine runs on it: a copy of the zip's. */
record PluginsFolder(Path folder) {
    static PluginsFolder copyTo(Path folder) {
        copy(Distribution.home().resolve("plugins"), folder);
        return new PluginsFolder(folder);
    }

    /** Puts another build of a plugin into its place: the same classes in a module of another version, so that its hash is another. */
    void rebuild(String id, String version) {
        Path other = folder.resolveSibling("new " + id);
        copy(Distribution.home().resolve("plugins").resolve(id), other);
        Path jar = jarsIn(other).stream()
                .filter(path -> path.getFileName().toString().startsWith("pawl-plugin-"))
                .findFirst()
                .orElseThrow();
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int exitCode = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(writer, writer, "--update", "--file", jar.toString(), "--module-version", version);
        assertThat(exitCode).as("jar said %s", said).isZero();
        remove(id);
        move(other, folder.resolve(id));
    }

    /** Puts the zip's build back. */
    void restore(String id) {
        remove(id);
        copy(Distribution.home().resolve("plugins").resolve(id), folder.resolve(id));
    }

    void spoil(String id) {
        for (Path jar : jarsIn(folder.resolve(id))) {
            try {
                Files.writeString(jar, "no jar");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void remove(String id) {
        if (!Files.exists(folder.resolve(id))) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder.resolve(id))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> jarsIn(Path folder) {
        return Distribution.filesBelow(folder).stream()
                .filter(path -> path.toString().endsWith(".jar"))
                .toList();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
