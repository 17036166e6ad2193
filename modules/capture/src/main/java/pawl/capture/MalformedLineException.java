package pawl.capture;

/** A line is not of its file's format. Never leaves the module: it becomes a {@link CaptureProblem}. */
final class MalformedLineException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedLineException(String message) {
        super(message, null, false, false); // no stack trace: it is caught one call up, perhaps for each line of a file
    }

    /** The message; this exception always has one. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
