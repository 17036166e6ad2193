package storage.acme;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;

/** From what the system says of a failed call to what a user can do about it. */
final class Failures {
    private Failures() {}

    static StorageException of(String tried, Path path, IOException cause) {
        String said = String.valueOf(cause.getMessage());
        String what = "cannot " + tried + " " + path + ": " + said;
        if (cause instanceof AccessDeniedException || said.contains("Read-only")) {
            return new StorageException(Kind.READ_ONLY, what + "; allow Pawl's user to write there", cause);
        }
        if (said.contains("No space left")) {
            return new StorageException(Kind.FULL, what + "; free some space there", cause);
        }
        return new StorageException(Kind.DEVICE, what + "; see that the disk is sound", cause);
    }
}
