package pawl.kernel.simulate;

/**
 * One step of what drives an engine's port.
 *
 * @param venue its index; 0 where a tick ends
 * @param tick that the frame belongs to, or the last to close
 * @param bytes of the frame; none where a tick ends
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and not copied for each frame.
record SimulatedInput(Kind kind, int venue, long tick, byte[] bytes) {
    private static final byte[] NONE = {};

    enum Kind {
        FRAME,
        HEARING,
        BOUNDARY
    }

    static SimulatedInput boundary(long lastTick) {
        return new SimulatedInput(Kind.BOUNDARY, 0, lastTick, NONE);
    }
}
