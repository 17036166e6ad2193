package pawl.transport;

/** Why a stream is in the state that it is in, for programs. The code never changes. */
public enum StateCause {
    /** Data came. */
    DATA(1),
    /** Subscribed and acknowledged, and no data came in time. */
    NO_DATA_AFTER_ACKNOWLEDGEMENT(2),
    /** It was heard, and is silent for longer than it may be. */
    SILENT(3),
    /** Its connection ended, or cannot be made. */
    CONNECTION_BROKEN(4),
    /** The venue refused it. */
    REFUSED(5),
    /** Requests for it fail. */
    POLL_FAILED(6),
    /** The venue told this address to stop asking. */
    BANNED(7);

    private final int code;

    StateCause(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
