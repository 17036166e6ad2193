package pawl.capture;

/**
 * Why a stream of bytes ended before its time.
 *
 * @param kind {@link CaptureProblem.Kind#TRUNCATED} or {@link CaptureProblem.Kind#CORRUPT_COMPRESSION}
 */
record Damage(CaptureProblem.Kind kind, String message) {}
