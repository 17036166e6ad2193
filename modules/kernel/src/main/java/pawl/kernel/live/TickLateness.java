package pawl.kernel.live;

/** How long after its end each tick was committed, in tenths of a millisecond up to ten seconds. */
final class TickLateness {
    private static final int BUCKETS = 100_000;
    private static final long BUCKET_NS = 100_000;

    private final long[] counts = new long[BUCKETS];
    private long count;
    private long mostNs;

    void add(long lateNs) {
        long bounded = Math.max(0, lateNs);
        counts[(int) Math.min(BUCKETS - 1, bounded / BUCKET_NS)]++;
        mostNs = Math.max(mostNs, bounded);
        count++;
    }

    /** @param share 0 to 1; 0 ms where no tick was added */
    double quantileMs(double share) {
        long rank = (long) Math.ceil(share * count);
        long seen = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            seen += counts[bucket];
            if (seen >= rank && seen > 0) {
                return (bucket + 1) * BUCKET_NS / 1e6;
            }
        }
        return 0;
    }

    double mostMs() {
        return mostNs / 1e6;
    }
}
