package pawl.capture;

/** A capture that gives no frames: empty, of no format known, or of another major version. */
final class NoFrames implements FrameDecoder {
    @Override
    public boolean next(Frame frame) {
        return false;
    }
}
