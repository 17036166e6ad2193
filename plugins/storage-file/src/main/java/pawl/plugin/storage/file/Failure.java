package pawl.plugin.storage.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;

/** From what the system says of a failed call to what a user can do about it. */
final class Failure {
    private static final long NEXT_TO_NOTHING_BYTES = 64 * 1024;

    private Failure() {}

    /**
     * @param tried what was tried, as a verb
     * @param path that it was tried on
     */
    static StorageException of(String tried, Path path, IOException cause) {
        String said = cause instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : String.valueOf(cause.getMessage());
        String what = "cannot " + tried + " " + path + ": "
                + (cause instanceof AccessDeniedException ? "permission denied" : said);
        Kind kind = kind(path, cause, said.toLowerCase(Locale.ROOT));
        return new StorageException(kind, what + "; " + remedy(kind, said.toLowerCase(Locale.ROOT)), cause);
    }

    static StorageException badName(Path path, String found, String expected) {
        return new StorageException(
                Kind.BAD_NAME, path + " is " + found + ", and " + expected + " is expected there; move it away");
    }

    private static Kind kind(Path path, IOException cause, String said) {
        if (cause instanceof AccessDeniedException || said.contains("read-only")) {
            return Kind.READ_ONLY;
        }
        if (said.contains("no space left") || said.contains("quota")) {
            return Kind.FULL;
        }
        // The system speaks the user's language, so its words alone do not decide.
        try {
            FileStore fileStore = Files.getFileStore(existing(path));
            if (fileStore.isReadOnly()) {
                return Kind.READ_ONLY;
            }
            return fileStore.getUsableSpace() < NEXT_TO_NOTHING_BYTES ? Kind.FULL : Kind.DEVICE;
        } catch (IOException | ReadOnlyFileSystemException e) {
            cause.addSuppressed(e);
            return Kind.DEVICE;
        }
    }

    private static Path existing(Path path) {
        Path candidate = path.toAbsolutePath();
        while (!Files.exists(candidate) && candidate.getParent() != null) {
            candidate = candidate.getParent();
        }
        return candidate;
    }

    private static String remedy(Kind kind, String said) {
        return switch (kind) {
            case FULL -> "free some space there, or give a data folder on another disk; what was committed is kept";
            case READ_ONLY -> "allow the user that runs Pawl to write there, or give another data folder";
            case LOCKED -> "stop the other engine, or give another data folder";
            case BAD_NAME -> "move it away";
            case DEVICE ->
                said.contains("too many open files")
                        ? "raise the limit of open files (ulimit -n) above the number of tokens"
                        : "see that the disk is there and sound, then start again; what was committed is kept";
        };
    }
}
