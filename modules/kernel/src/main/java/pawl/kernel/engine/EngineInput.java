package pawl.kernel.engine;

import pawl.kernel.contract.PawlException;

/**
 * The one port by which the engine is driven (D2): an ordered sequence of frames and tick boundaries. A capture, a live queue, an event
 * log or a simulator stands behind it, and the engine cannot tell which. Called on the engine's thread.
 */
public interface EngineInput {
    /**
     * A frame that belongs to a tick. Every tick before it is closed first, empty ones included, or, where the engine heard nothing for
     * longer than the configured outage, logged as one gap. A frame of a tick already closed belongs to the one that is open: the
     * clock never runs backward.
     *
     * @param venue the venue's index
     */
    void frame(int venue, long tick, byte[] bytes, int offset, int length) throws PawlException;

    /**
     * What the hearing itself has to tell, as {@link HearingFrame} writes it: a frame of its own kind, with a place in the sequence like
     * any other, so that a replay sees it too (D2).
     *
     * @param venue the venue's index
     */
    void hearing(int venue, long tick, byte[] bytes, int offset, int length) throws PawlException;

    /** Closes every tick through this one. */
    void closeThrough(long tick) throws PawlException;
}
