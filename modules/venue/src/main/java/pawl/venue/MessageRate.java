package pawl.venue;

import java.util.Arrays;

/** Whether a client has sent too many messages within any one second. */
final class MessageRate {
    private static final long WINDOW_NS = 1_000_000_000;

    /** When the last so many came, in a ring. */
    private final long[] cameAtNs;

    private int next;

    MessageRate(int messagesPerSecond) {
        cameAtNs = new long[messagesPerSecond];
        Arrays.fill(cameAtNs, System.nanoTime() - WINDOW_NS);
    }

    boolean allowsAnother() {
        long nowNs = System.nanoTime();
        boolean isAllowed = nowNs - cameAtNs[next] >= WINDOW_NS;
        cameAtNs[next] = nowNs;
        next = (next + 1) % cameAtNs.length;
        return isAllowed;
    }
}
