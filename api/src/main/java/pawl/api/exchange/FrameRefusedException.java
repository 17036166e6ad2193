package pawl.api.exchange;

/**
 * A frame that the venue's adapter could not understand. It is counted and reported, and the feed goes on. The message says what
 * was found and what was expected; {@link #offset} where in the frame.
 */
public final class FrameRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of fault it is, for counting. */
    public enum Reason {
        /** Not one whole JSON value. */
        MALFORMED,
        /** A field that the message's kind must have is not there. */
        MISSING_FIELD,
        /** A field is there and its value has the wrong type, sign or range. */
        BAD_VALUE,
        /** A number has digits below the instrument's exponent, or does not fit in 64 bits (D3: never rounded). */
        DOES_NOT_FIT
    }

    private final Reason reason;
    private final int offset;

    /** @param offset from the start of the frame, in bytes */
    public FrameRefusedException(Reason reason, int offset, String message) {
        super(message);
        this.reason = reason;
        this.offset = offset;
    }

    public Reason reason() {
        return reason;
    }

    /** From the start of the frame, in bytes. */
    public int offset() {
        return offset;
    }
}
