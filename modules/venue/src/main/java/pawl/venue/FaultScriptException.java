package pawl.venue;

/** A fault script that cannot be used; the message is one line with the file, the line and what is allowed. */
public final class FaultScriptException extends Exception {
    private static final long serialVersionUID = 1L;

    FaultScriptException(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }

    FaultScriptException(String file, String problem) {
        super(file + ": " + problem);
    }
}
