package pawl.capture;

import java.util.OptionalLong;

/** Frames of one or more captures in one order (see {@link Captures#open}). Called on one thread. */
public interface CaptureReader extends AutoCloseable {
    /**
     * Advances to the next frame; false at the end. A damaged capture ends early and is reported; the others go on.
     *
     * @throws CaptureException when a file can no longer be read, or the problem listener throws; the reader is then of
     *     no more use
     */
    boolean next() throws CaptureException;

    /** The current frame, valid until the next call of {@link #next}. */
    Frame frame();

    /**
     * The greatest tick that a Pawl capture says was closed; empty for other formats. Known once {@link #next} gave
     * false.
     */
    OptionalLong lastClosedTick();

    /** How many records of unknown kind were passed over, as a newer minor version of a format may hold (E8.3). */
    long unknownRecords();

    /** How much was read of the files as they lie on disk; never falls. */
    long bytesRead();

    /**
     * The size of the files as they lie on disk; never less than {@link #bytesRead}, which is all that is known of a
     * pipe.
     */
    long bytesTotal();

    @Override
    void close();
}
