package pawl.api.exchange;

/** Told what a frame is to whoever keeps a connection up. One call for each frame; none for a frame of no such meaning. */
public interface FeedHearing {
    /** @param stream its number in the {@link FeedPlan}; −1 where it is none of it */
    void data(int stream);

    /**
     * The venue took a request; that says nothing about data.
     *
     * @param requestId −1 where the venue names none
     */
    void acknowledged(long requestId);

    /** @param requestId −1 where the venue names none */
    void refused(long requestId);

    /** The answer to a ping. */
    void pong();

    /** The venue will close the connection soon. */
    void closingSoon();
}
