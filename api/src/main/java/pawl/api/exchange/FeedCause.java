package pawl.api.exchange;

/** Why a stream is in the state that it is in. The code is part of the log's byte format and never changes. */
public enum FeedCause {
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
    /** Polls of it fail. */
    POLL_FAILED(6),
    /** The venue told this address to stop asking. */
    BANNED(7),
    /** Something was missed, and is asked for. */
    GAP_FOUND(8),
    /** What was missed has come. */
    GAP_REPAIRED(9),
    /** What was missed cannot be had: the logged gap stays one. */
    GAP_UNREPAIRED(10),
    /** The run ends, and nobody listens any more. */
    STOPPED(11),
    /** The venue's adapter fails on too many of its frames, and is asked no more. */
    ADAPTER_FAILED(12),
    /** Another build of the venue's adapter took over, or it was taken away. */
    ADAPTER_CHANGED(13);

    private final int code;

    FeedCause(int code) {
        this.code = code;
    }

    /** 1 to 127. */
    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException when the code names no cause */
    public static FeedCause ofCode(int code) {
        for (FeedCause cause : values()) {
            if (cause.code == code) {
                return cause;
            }
        }
        throw new IllegalArgumentException("no cause of a feed's state has the code " + code);
    }
}
