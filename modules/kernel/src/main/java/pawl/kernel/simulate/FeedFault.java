package pawl.kernel.simulate;

/** What can be wrong with feeds for a while. */
enum FeedFault {
    /** Frames come twice. */
    DUPLICATES,
    /** Frames are lost, and with them trade ids. */
    LOSS,
    /** Frames are overtaken by later ones. */
    DELAY,
    /** A venue sends nothing, and its connections stand. */
    SILENCE,
    /** A venue's connections end and are made anew. */
    BREAK,
    /** Nothing is read, and what waits comes at once. */
    HELD,
    /** The engine's process stands still; what came meanwhile is lost, but for the end of it. */
    PAUSE,
    /** Frames come cut off, or with wrong bytes. */
    DAMAGE,
    /** The adapter throws on frames. */
    ADAPTER_FAILS,
    /** A frame comes many times within a millisecond. */
    BURST,
    /** The host's clock is set. */
    CLOCK_STEP
}
