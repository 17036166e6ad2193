package pawl.capture;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The plugins that decode a recording's frames, kept beside it where they changed while it was made: each in {@code plugins/<sha256>/},
 * by the hash that the recording names it by. What is in them is code: who runs it has to know whom it is from.
 */
public final class CapturedPlugins {
    private static final String NAME = "plugins";

    private CapturedPlugins() {}

    private static Path folder(Path captures, String sha256) {
        Sha256.requireHex(sha256);
        return captures.resolve(NAME).resolve(sha256);
    }

    /**
     * Keeps a plugin's files; appears whole or not at all, and stays as it is where it is kept already. Any thread.
     *
     * @param captures the folder of the recording; made where there is none
     * @param sha256 of the files, as the recording names the plugin
     * @throws CaptureException when the folder cannot be written
     */
    public static void keep(Path captures, String sha256, List<Path> files) throws CaptureException {
        Path kept = folder(captures, sha256);
        if (Files.isDirectory(kept)) {
            return;
        }
        Path part = kept.resolveSibling(sha256 + ".part");
        try {
            remove(part);
            Files.createDirectories(part);
            for (Path file : files) {
                Files.copy(file, part.resolve(String.valueOf(file.getFileName())));
            }
            Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            throw new CaptureException(
                    CaptureException.Kind.NOT_WRITABLE, kept, "was written by another process meanwhile", e);
        } catch (IOException e) {
            throw new CaptureException(CaptureException.Kind.NOT_WRITABLE, kept, "cannot be written: " + e, e);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The folder in which one of these captures keeps the plugin. That its files have the hash is for its user to check. */
    public static Optional<Path> find(List<Path> captures, String sha256) {
        return foldersOf(captures).stream()
                .map(captureFolder -> folder(captureFolder, sha256))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Keeps beside a capture whatever plugins others keep. */
    static void keepBeside(Path target, List<Path> captures) throws CaptureException {
        Path into = folderOf(target);
        for (Path captureFolder : foldersOf(captures)) {
            Path plugins = captureFolder.resolve(NAME);
            if (captureFolder.equals(into) || !Files.isDirectory(plugins)) {
                continue;
            }
            try (Stream<Path> kept = Files.list(plugins)) {
                for (Path plugin :
                        kept.filter(path -> !path.toString().endsWith(".part")).toList()) {
                    keep(into, String.valueOf(plugin.getFileName()), files(plugin));
                }
            } catch (IOException e) {
                throw FileBytes.failure(plugins, e);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<Path> foldersOf(List<Path> captures) {
        List<Path> folders = new ArrayList<>();
        for (Path capture : captures) {
            Path folder = Files.isDirectory(capture) ? capture : folderOf(capture);
            if (!folders.contains(folder)) {
                folders.add(folder);
            }
        }
        return folders;
    }

    private static Path folderOf(Path capture) {
        return capture.toAbsolutePath().resolveSibling(".").normalize();
    }
}
