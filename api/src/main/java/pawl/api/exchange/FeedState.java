package pawl.api.exchange;

/** How far one stream of a venue can be trusted. The code is part of the log's byte format and never changes. */
public enum FeedState {
    /** Not asked for yet, or asked for and nothing came yet. */
    UNKNOWN(1),
    /** Data comes, and what came before it is being fetched. */
    BACKFILL(2),
    /** Data comes, and nothing is known to be missing that could still be fetched. */
    SYNCHRONIZED(3),
    /** Data comes again after a break, and what was missed is being fetched. */
    GAP_FILL(4),
    /** Nothing comes, or what comes cannot be relied on. */
    STALE(5);

    private final int code;

    FeedState(int code) {
        this.code = code;
    }

    /** 1 to 15. */
    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException when the code names no state */
    public static FeedState ofCode(int code) {
        for (FeedState state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        throw new IllegalArgumentException("no feed state has the code " + code);
    }
}
