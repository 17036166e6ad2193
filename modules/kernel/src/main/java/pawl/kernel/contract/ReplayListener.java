package pawl.kernel.contract;

/** Hears of a replay while it runs, on the thread that runs it. */
public interface ReplayListener {
    /**
     * Called now and then, at least once for each 65,536 frames.
     *
     * @param readBytes of the captures as they lie on disk, of {@code totalBytes}
     * @param frames so far
     * @param marketTimeMs reached, in milliseconds since the epoch
     */
    void progress(long readBytes, long totalBytes, long frames, long marketTimeMs);

    /** A line, a frame or a file that could not be understood, in one line; floods are cut short and their number told. */
    void problem(String line);
}
