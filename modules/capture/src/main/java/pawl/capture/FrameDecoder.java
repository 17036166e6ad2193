package pawl.capture;

import java.util.Optional;
import java.util.OptionalLong;

/** Reads the frames of one capture in one format. */
sealed interface FrameDecoder permits PawlRecords, StampedLines, CryptofeedLines, NoFrames {
    /**
     * Sets the frame to the next one: bytes, stamp as recorded, feed, place, and the tick where {@link #keepsTicks}.
     */
    boolean next(Frame frame) throws CaptureException;

    /** Whether the format records each frame's tick. */
    default boolean keepsTicks() {
        return false;
    }

    /** The greatest tick that the format said was closed, so far. */
    default OptionalLong lastClosedTick() {
        return OptionalLong.empty();
    }

    /** What the capture says it was recorded under, once its first record was read. */
    default Optional<RecordedUnder> recordedUnder() {
        return Optional.empty();
    }

    /** Records of a kind not known, passed over so far. */
    default long unknownRecords() {
        return 0;
    }
}
