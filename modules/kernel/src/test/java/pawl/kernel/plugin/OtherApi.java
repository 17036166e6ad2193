package pawl.kernel.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Another build of {@code pawl.api} to compile plugins against: this one's sources, with another version and changed here and there. */
final class OtherApi {
    private final Path folder;
    private final Path sources;

    /** @param folder an empty one */
    OtherApi(Path folder) throws IOException {
        this.folder = folder;
        this.sources = folder.resolve("src");
        Path original = Path.of(System.getProperty("pawl.root"), "api", "src", "main", "java");
        for (Path file : javaFiles(original)) {
            Path copy = sources.resolve(original.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    /** Replaces a text that must be in that file. */
    OtherApi change(String file, String before, String after) throws IOException {
        Path path = sources.resolve("pawl/api").resolve(file);
        String text = Files.readString(path);
        if (!text.contains(before)) {
            throw new IllegalArgumentException(file + " has no: " + before);
        }
        Files.writeString(path, text.replace(before, after));
        return this;
    }

    /** Gives the jar. */
    Path build(String version) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "--module-version",
                version,
                "-d",
                folder.resolve("classes").toString()));
        javaFiles(sources).forEach(file -> arguments.add(file.toString()));
        PluginWorkshop.run("javac", arguments.toArray(String[]::new));
        return PluginWorkshop.packFolder(folder.resolve("classes"), folder.resolve("jar/pawl.api.jar"));
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
