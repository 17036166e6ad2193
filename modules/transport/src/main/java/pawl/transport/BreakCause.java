package pawl.transport;

/** Why a socket had to be opened again. */
public enum BreakCause {
    /** The attempt failed: name, connection, certificate, upgrade or time-out. */
    NOT_CONNECTED,
    /** The venue said goodbye, with a close frame. */
    CLOSED,
    /** The connection ended without one (1006). */
    RESET,
    /** Subscribed, connected, and no data. */
    STALLED,
    /** Nothing came after a ping, not even its answer. */
    NO_SIGN_OF_LIFE,
    /** No request was answered and nothing else came. */
    UNANSWERED,
    /** A message was longer than is allowed. */
    OVERSIZED,
    /** The venue's dialogue failed when it was to say how to subscribe. */
    DIALOGUE_FAILED
}
