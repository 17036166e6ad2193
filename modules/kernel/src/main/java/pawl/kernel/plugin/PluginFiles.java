package pawl.kernel.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The jars that one entry of the plugins folder stands for, in order of file name.
 *
 * @param warnings of who else may write them, a line each
 */
record PluginFiles(List<Path> jars, List<String> warnings) {
    private static final String JAR = ".jar";
    private static final String PACKED = ".zip";

    static List<Path> locations(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isDirectory(entry) || isJar(entry) || isPacked(entry))
                    .sorted()
                    .toList();
        }
    }

    static boolean isPacked(Path location) {
        return location.toString().endsWith(PACKED) && !Files.isDirectory(location);
    }

    static boolean isJar(Path file) {
        return file.toString().endsWith(JAR);
    }

    /** Of a location right inside of a folder that it must not lead out of. A packed plugin is unpacked. */
    static PluginFiles of(Path location, PluginLimits limits) throws PluginRefusedException {
        try {
            Path folder = location.toAbsolutePath().resolveSibling(".");
            requireInside(folder, location, location);
            List<Path> own = isPacked(location) ? List.of(location) : jars(location);
            List<String> warnings = new ArrayList<>();
            warn(location, warnings);
            for (Path file : own) {
                requireInside(Files.isDirectory(location) ? location : folder, file, location);
                if (!file.equals(location)) {
                    warn(file, warnings);
                }
            }
            return new PluginFiles(isPacked(location) ? jars(PackedPlugin.unpack(location, limits)) : own, warnings);
        } catch (IOException e) {
            throw new PluginRefusedException(Refusal.UNREADABLE, Causes.line(e));
        }
    }

    private static List<Path> jars(Path location) throws IOException, PluginRefusedException {
        if (!Files.isDirectory(location)) {
            return List.of(location);
        }
        try (Stream<Path> files = Files.list(location)) {
            List<Path> jars = files.filter(PluginFiles::isJar).sorted().toList();
            if (jars.isEmpty()) {
                throw new PluginRefusedException(Refusal.NO_JAR);
            }
            return jars;
        }
    }

    /** What a link leads to elsewhere, nobody copies, hashes or looks after together with the plugin. */
    private static void requireInside(Path folder, Path file, Path location)
            throws IOException, PluginRefusedException {
        if (!file.toRealPath().startsWith(folder.toRealPath())) {
            String shown = file.equals(location) ? "entry" : String.valueOf(file.getFileName());
            throw new PluginRefusedException(Refusal.LINK_OUTSIDE, shown);
        }
    }

    private static void warn(Path file, List<String> warnings) throws IOException {
        Optional<PosixFileAttributeView> view =
                Optional.ofNullable(Files.getFileAttributeView(file, PosixFileAttributeView.class));
        if (view.isPresent() && view.get().readAttributes().permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
            warnings.add(file + " may be written by everyone, so anyone's code may run in it; run: chmod o-w " + file);
        }
    }
}
