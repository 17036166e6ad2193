package pawl.venue;

/** The venue cannot do its work; the message says why. */
public final class VenueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VenueException(String message, Throwable cause) {
        super(message, cause);
    }
}
