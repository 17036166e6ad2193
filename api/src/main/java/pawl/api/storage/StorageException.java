package pawl.api.storage;

import java.io.IOException;

/** The store failed; the message says which name, what was tried, and what to do. */
public final class StorageException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What failed, by who can help. */
    public enum Kind {
        /** No space is left. */
        FULL,
        /** Writing is not allowed there. */
        READ_ONLY,
        /** Another engine has the store. */
        LOCKED,
        /** The name is not one the store takes, or stands for something that is no segment. */
        BAD_NAME,
        /** Any other failure of the device or system. */
        DEVICE
    }

    private final Kind kind;

    public StorageException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public StorageException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
