package pawl.kernel.contract;

/**
 * How a live run stands.
 *
 * @param timeMs by the engine, in milliseconds since the epoch
 * @param frames so far
 * @param synchronizedStreams of {@code streams}
 * @param latenessMs of the slowest 1 % of ticks so far: from a tick's end to when it was committed
 */
public record LiveProgress(
        long timeMs, long frames, long ticks, int synchronizedStreams, int streams, double latenessMs) {}
