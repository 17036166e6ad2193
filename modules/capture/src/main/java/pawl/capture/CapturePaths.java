package pawl.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns what a user names into the files to read. */
final class CapturePaths {
    private CapturePaths() {}

    /** Each file once, however often it is named; a folder stands for the regular files directly in it, by name. */
    static List<Path> files(List<Path> captures) throws CaptureException {
        Map<Path, Path> files = new LinkedHashMap<>();
        for (Path capture : captures) {
            if (Files.isDirectory(capture)) {
                for (Path file : filesIn(capture)) {
                    files.putIfAbsent(file.toAbsolutePath().normalize(), file);
                }
            } else {
                files.putIfAbsent(capture.toAbsolutePath().normalize(), capture);
            }
        }
        return new ArrayList<>(files.values());
    }

    private static List<Path> filesIn(Path folder) throws CaptureException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw FileBytes.failure(folder, e);
        }
        if (files.isEmpty()) {
            throw new CaptureException(CaptureException.Kind.NOT_FOUND, folder, "the folder holds no files");
        }
        return files;
    }
}
