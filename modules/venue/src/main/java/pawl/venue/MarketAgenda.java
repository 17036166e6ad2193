package pawl.venue;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to be done at a market time, apart from the frames: faults that begin and end, and frames that are late. */
final class MarketAgenda {
    private record Entry(long atNs, long order, Runnable action) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::atNs).thenComparingLong(Entry::order));
    private long nextOrder;

    /** Of two at the same time the one that was given first is done first. */
    void add(long atNs, Runnable action) {
        entries.add(new Entry(atNs, nextOrder++, action));
    }

    /** {@link Long#MAX_VALUE} when there is nothing to do. */
    long nextNs() {
        Entry next = entries.peek();
        return next == null ? Long.MAX_VALUE : next.atNs();
    }

    void runNext() {
        Entry next = entries.poll();
        if (next != null) {
            next.action().run();
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }
}
