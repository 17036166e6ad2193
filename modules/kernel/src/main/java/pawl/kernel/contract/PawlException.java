package pawl.kernel.contract;

/** Something that stops a command; the message is one line that says what happened, where, and what to do. */
public final class PawlException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Who must act, with the process's exit code. */
    public enum Kind {
        /** A check that the user asked for did not hold. */
        CHECK_FAILED(1),
        /** The user: a wrong argument, configuration, plugins folder or data folder, or a disk that takes no more. */
        USAGE(2),
        /** Whoever made the data: it cannot be read, or is not what it says it is. */
        BAD_DATA(3),
        /** Us, or a plugin's author: an invariant of the engine broke. */
        INVARIANT(4),
        /** The user: what the question takes is not here, such as the very plugin that a log names. */
        CANNOT_JUDGE(5);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;

    public PawlException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** For a failure whose own message says it all. */
    public PawlException(Kind kind, Exception cause) {
        super(cause.getMessage(), cause);
        this.kind = kind;
    }

    public PawlException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    public Kind kind() {
        return kind;
    }
}
