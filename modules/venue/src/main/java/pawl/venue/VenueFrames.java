package pawl.venue;

/** What the venue has to tell: recorded or synthetic frames in order of arrival, pulled one by one on a thread of the venue's own. */
public interface VenueFrames extends AutoCloseable {
    /** Advances; false at the end. */
    boolean next();

    /** {@code binance/.../public}, {@code .../market} or {@code .../rest}, as Pawl names feeds; may be empty. */
    String feed();

    /** Since the epoch, by the clock of the market that is played. */
    long arrivalNs();

    /** Valid until the next call of {@link #next}. */
    byte[] bytes();

    int offset();

    int length();

    @Override
    void close();
}
