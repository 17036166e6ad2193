package pawl.transport;

/**
 * Counts what was used in the window that ends now. A bucket of tokens would let twice its size through in one window, its content and
 * its refill; this never lets more than the limit through in any.
 */
final class SlidingBudget {
    private static final int WINDOW_MARGIN_DIVISOR = 10;

    private final int limit;
    private final long windowNs;
    private long[] timesNs = new long[16];
    private int[] costs = new int[16];
    private int head;
    private int size;
    private int used;

    /** Counts over a tenth more than the window, because the network may push together what was sent apart. */
    SlidingBudget(int limit, long windowNs) {
        this.limit = limit;
        this.windowNs = windowNs + windowNs / WINDOW_MARGIN_DIVISOR;
    }

    /** Another limit, of which is used what this one's window still has. */
    SlidingBudget with(int newLimit, long newWindowNs) {
        SlidingBudget next = new SlidingBudget(newLimit, newWindowNs);
        for (int i = 0; i < size; i++) {
            int at = (head + i) % costs.length;
            next.charge(costs[at], timesNs[at]);
        }
        return next;
    }

    /** Whether there will ever be room for this cost. */
    boolean allows(int cost) {
        return cost <= limit;
    }

    /** @param reserve must remain after it; less where the limit is too small for that */
    boolean tryTake(int cost, int reserve, long nowNs) {
        int keep = Math.max(0, Math.min(reserve, limit - cost));
        if (used(nowNs) + cost + keep > limit) {
            return false;
        }
        charge(cost, nowNs);
        return true;
    }

    /** Counts what was used without asking. */
    void charge(int cost, long nowNs) {
        if (cost <= 0) {
            return;
        }
        if (size == costs.length) {
            grow();
        }
        int tail = (head + size) % costs.length;
        timesNs[tail] = nowNs;
        costs[tail] = cost;
        size++;
        used += cost;
    }

    /** Takes the venue's count where it is the higher one: others may use the same address. */
    void raiseTo(int countOfVenue, long nowNs) {
        charge(countOfVenue - used(nowNs), nowNs);
    }

    int used(long nowNs) {
        while (size > 0 && nowNs - timesNs[head] >= windowNs) {
            used -= costs[head];
            head = (head + 1) % costs.length;
            size--;
        }
        return used;
    }

    private void grow() {
        long[] moreTimesNs = new long[2 * size];
        int[] moreCosts = new int[2 * size];
        for (int i = 0; i < size; i++) {
            moreTimesNs[i] = timesNs[(head + i) % size];
            moreCosts[i] = costs[(head + i) % size];
        }
        timesNs = moreTimesNs;
        costs = moreCosts;
        head = 0;
    }
}
