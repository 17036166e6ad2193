package pawl.transport;

/** Told what happens to a venue's feeds. Called on the transport's thread; must not block. */
public interface TransportListener {
    /**
     * A stream or a poll has another state, or is in the same one for another cause.
     *
     * @param stream {@link StreamPlan#number}, or that of a poll
     * @param reason in words, for a user: what happened and, where something is to be done, what
     */
    void streamState(String venue, int stream, FeedState state, StateCause cause, String reason);

    /** Something happened that a user may want to read of and that is no stream's state: a refused request, a ban, a planned reconnect. */
    void notice(String venue, String text);
}
