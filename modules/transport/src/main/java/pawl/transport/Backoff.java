package pawl.transport;

import java.util.SplittableRandom;

/** How long to wait before the next attempt: not at all before the first, then twice as long each time, up to a cap. */
final class Backoff {
    private static final int MAX_DOUBLINGS = 30;

    private final long baseNs;
    private final long capNs;
    private final SplittableRandom random;
    private int attempts;

    Backoff(long baseNs, long capNs, long seed) {
        this.baseNs = baseNs;
        this.capNs = capNs;
        this.random = new SplittableRandom(seed);
    }

    /** The upper half of the delay is random, so that sockets that fell together do not come back together. */
    long nextNs() {
        int doublings = Math.min(attempts++ - 1, MAX_DOUBLINGS);
        if (doublings < 0) {
            return 0;
        }
        long delayNs = Math.min(capNs, baseNs << doublings);
        return delayNs / 2 + random.nextLong(delayNs / 2 + 1);
    }

    void reset() {
        attempts = 0;
    }
}
