package pawl.capture;

import pawl.api.token.Ticks;

/**
 * When a recorder hands on what it has, and when it begins a new segment; both happen between ticks only.
 *
 * @param flushTicks after at most so many closed ticks everything is in the file, where a reader sees it; at least 1
 * @param segmentBytes a segment of so many bytes on disk, or more, is ended at the next closed tick; at least 1. It is
 *     ended at the end of a UTC hour too.
 */
public record SegmentLimits(int flushTicks, long segmentBytes) {
    /** Every second, and 64 MiB. */
    public static final SegmentLimits STANDARD = new SegmentLimits((int) Ticks.TICKS_PER_SECOND, 64L << 20);

    /** @throws IllegalArgumentException when a limit is below 1 */
    public SegmentLimits {
        if (flushTicks < 1 || segmentBytes < 1) {
            throw new IllegalArgumentException("a flush every " + flushTicks + " ticks, segments of " + segmentBytes
                    + " bytes: both are at least 1");
        }
    }
}
