package pawl.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The built zip, unpacked as a user would do it, into a folder whose name has a blank. */
final class Distribution {
    private static final Path SCRATCH = Path.of(System.getProperty("pawl.scratch"));
    private static final AtomicInteger FOLDERS = new AtomicInteger();
    private static final Path HOME = unpack();

    private Distribution() {}

    static Path home() {
        return HOME;
    }

    static Path bundledRecording() {
        return HOME.resolve("recordings/btcusdt_20230405.gz");
    }

    /** A new folder of that name, no other test's; with a letter that is not ASCII, for users have such folders. */
    static Path scratch(String name) {
        try {
            return Files.createDirectories(SCRATCH.resolve("çalışma " + FOLDERS.incrementAndGet() + " " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> filesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path unpack() {
        try {
            if (Files.exists(SCRATCH)) {
                delete(SCRATCH);
            }
            Path target = Files.createDirectories(SCRATCH.resolve("unzipped here"));
            Path zip = Path.of(System.getProperty("pawl.zip"));
            try (FileSystem archive = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true));
                    Stream<Path> entries = Files.walk(archive.getPath("/"))) {
                for (Path entry : (Iterable<Path>) entries::iterator) {
                    Path copy = target.resolve(entry.toString().substring(1));
                    if (Files.isDirectory(entry)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(entry, copy);
                        Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(entry));
                    }
                }
            }
            String name = zip.getFileName().toString();
            return target.resolve(name.substring(0, name.length() - ".zip".length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
