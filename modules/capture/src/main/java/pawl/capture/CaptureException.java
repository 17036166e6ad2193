package pawl.capture;

import java.nio.file.Path;

/** Reading or writing captures cannot go on; the message names the path and says what to do. */
public final class CaptureException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What failed, by who can help. */
    public enum Kind {
        /** No file of that name, or a folder without files. */
        NOT_FOUND,
        /** The system refused to open or read it. */
        UNREADABLE,
        /** The system refused to write it. */
        NOT_WRITABLE,
        /** Captures were recorded under different configurations or plugins. */
        DISAGREEMENT,
        /** A configuration is not the one of its hash, or a problem listener took a problem for a reason to stop. */
        BAD_INPUT
    }

    private final Kind kind;

    public CaptureException(Kind kind, Path file, String message, Throwable cause) {
        super(file + ": " + message, cause);
        this.kind = kind;
    }

    public CaptureException(Kind kind, Path file, String message) {
        super(file + ": " + message);
        this.kind = kind;
    }

    /** For a {@link ProblemListener} that stops at this problem. */
    public CaptureException(CaptureProblem problem) {
        super(problem.text());
        this.kind = Kind.BAD_INPUT;
    }

    public Kind kind() {
        return kind;
    }
}
