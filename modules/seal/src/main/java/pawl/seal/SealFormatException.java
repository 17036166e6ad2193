package pawl.seal;

/** A text is not in the form that it must be in; the message says which form, in which line, and what was found. */
public final class SealFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    public SealFormatException(String message) {
        super(message);
    }

    SealFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
