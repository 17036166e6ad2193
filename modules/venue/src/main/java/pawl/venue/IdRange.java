package pawl.venue;

/** Ids that follow one another. */
public record IdRange(long first, long last) {}
