package pawl.canonical;

/** What flushes have dropped or marked so far; for reports only, never read by logic. */
public final class FlushCounts {
    /** Trades dropped because their fills were flushed before. */
    public long duplicates;
    /** Events flushed with the mark that they are late, gaps included. */
    public long late;
    /** Holes found in a venue's trade ids. */
    public long gaps;
    /** Quotes dropped because a later one of the same tick and venue stood for them. */
    public long conflated;

    public FlushCounts() {}
}
