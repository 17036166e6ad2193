package pawl.kernel.simulate;

/**
 * A frame, or word of the hearing, when it reaches the host.
 *
 * @param atNs since the epoch, by a clock that nobody sets
 * @param sequence orders what arrives at the same moment
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and not copied for each frame.
record Arrival(long atNs, long sequence, int venue, boolean isHearing, byte[] bytes) {}
