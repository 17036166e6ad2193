package pawl.kernel.contract;

/** Hears of a live run while it runs, on the thread that runs it; must not block. */
public interface LiveListener {
    /**
     * A token, a cluster or an event took a step.
     *
     * @param timeMs start of its tick, in milliseconds since the epoch
     * @param kind {@code token}, {@code cluster} or {@code event}
     */
    void step(long timeMs, String kind, String name, String from, String to);

    /**
     * A stream can be trusted more, or less, than before.
     *
     * @param stream as the venue names it
     * @param from {@link pawl.api.exchange.FeedState}'s name
     * @param reason in words
     */
    void stream(long timeMs, String venue, String stream, String from, String to, String reason);

    /** Something that a user may want to read of, in one line: a ban, a refused request, a clock that was set. */
    void notice(String line);

    /** A frame that could not be understood, in one line; floods are cut short and their number told. */
    void problem(String line);

    /** Ticks through this one were closed; what was told of before was told of all of it. */
    default void ticked(long timeMs) {}

    /** Every tenth second. */
    void progress(LiveProgress progress);
}
