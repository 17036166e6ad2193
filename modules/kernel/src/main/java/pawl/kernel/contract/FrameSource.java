package pawl.kernel.contract;

/** Frames for a capture, from whatever makes them. */
@FunctionalInterface
public interface FrameSource {
    /** Hands over all frames, in order of arrival. */
    void play(Frames frames) throws PawlException;

    /** Takes the frames. */
    @FunctionalInterface
    interface Frames {
        /**
         * A frame, of which nothing is kept.
         *
         * @param feed {@code <venue>/...}; of {@code <venue>/synthetic...} where no exchange sent it
         * @param arrivalNs since the epoch, not below that of the frame before
         */
        void frame(String feed, long arrivalNs, byte[] bytes, int offset, int length) throws PawlException;
    }
}
