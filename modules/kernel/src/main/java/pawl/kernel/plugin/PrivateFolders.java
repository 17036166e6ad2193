package pawl.kernel.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Folders for temporary files that nobody else may enter, removed when the process ends. */
final class PrivateFolders {
    private static final Queue<Path> MADE = new ConcurrentLinkedQueue<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> MADE.forEach(PrivateFolders::removeAtTheEnd)));
    }

    private PrivateFolders() {}

    static Path make() throws IOException {
        Path folder = Files.createTempDirectory("pawl-plugin-");
        MADE.add(folder);
        return folder;
    }

    /** Removes one before the process ends. */
    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        MADE.remove(folder);
    }

    private static void removeAtTheEnd(Path folder) {
        try {
            remove(folder);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("pawl: " + folder + " could not be removed (" + e + "); remove it by hand");
        }
    }
}
