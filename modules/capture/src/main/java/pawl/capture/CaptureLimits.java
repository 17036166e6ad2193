package pawl.capture;

/**
 * What a reader may use.
 *
 * @param maxFrameBytes a longer frame is skipped without being held in memory, and reported; at least 1, at most
 *     {@value #MOST_FRAME_BYTES}
 */
public record CaptureLimits(int maxFrameBytes) {
    public static final int MOST_FRAME_BYTES = 1 << 30;

    /** 8 MiB, some ten times what venues send at most. */
    public static final CaptureLimits STANDARD = new CaptureLimits(8 << 20);

    /** @throws IllegalArgumentException when the limit is out of range */
    public CaptureLimits {
        if (maxFrameBytes < 1 || maxFrameBytes > MOST_FRAME_BYTES) {
            throw new IllegalArgumentException(
                    "frame limit of " + maxFrameBytes + " bytes: allowed are 1 to " + MOST_FRAME_BYTES);
        }
    }
}
