package pawl.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The configurations that captures of a folder name, each kept under its hash, as a data folder keeps them (D10). */
final class ConfigurationFolder {
    private static final String NAME = "configuration";

    private ConfigurationFolder() {}

    private static Path file(Path captures, String sha256) {
        return captures.resolve(NAME).resolve(sha256 + ".json");
    }

    /** Appears whole or not at all. */
    static void write(Path captures, String sha256, byte[] json) throws CaptureException {
        Path file = file(captures, sha256);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(captures.resolve(NAME));
            Files.write(part, json);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CaptureException(CaptureException.Kind.NOT_WRITABLE, file, "cannot be written: " + e, e);
        }
    }

    /** Keeps what a capture was recorded under beside it, where it is known. */
    static void writeBeside(Path capture, RecordedUnder under) throws CaptureException {
        if (under.configurationJson().isPresent()) {
            byte[] json = under.configurationJson().get().getBytes(StandardCharsets.UTF_8);
            write(folderOf(capture), under.configurationSha256(), json);
        }
    }

    private static Path folderOf(Path capture) {
        return capture.toAbsolutePath().resolveSibling(".").normalize();
    }

    /** The configuration beside a capture; empty where there is none of that hash. */
    static Optional<String> beside(Path capture, String sha256) throws CaptureException {
        Path file = file(folderOf(capture), sha256);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] json;
        try {
            json = Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileBytes.failure(file, e);
        }
        String found = Sha256.of(json);
        if (!found.equals(sha256)) {
            throw new CaptureException(
                    CaptureException.Kind.BAD_INPUT,
                    file,
                    "its bytes have the hash " + found + ": restore the file from a copy");
        }
        return Optional.of(new String(json, StandardCharsets.UTF_8));
    }
}
