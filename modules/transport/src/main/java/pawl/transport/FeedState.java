package pawl.transport;

/** How much a stream can be trusted now. */
public enum FeedState {
    /** Not asked for yet, or asked for and nothing came yet. */
    UNKNOWN,
    /** Data comes, and what came before it is being fetched. */
    BACKFILL,
    /** Data comes. */
    SYNCHRONIZED,
    /** Data comes again after a break, and what was missed is being fetched. */
    GAP_FILL,
    /** Nothing comes, or what comes cannot be relied on. */
    STALE
}
