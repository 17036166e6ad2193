package pawl.canonical;

import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;

/**
 * D3's total order over the events of a flush: exchange time, kind, venue, sequence, arrival. A trade whose id has no order has no
 * sequence either: such trades stand as they came, before numbered ones. A stable merge sort of positions, so
 * arrival needs no comparing; a batch that is in order already, as most are, costs one pass.
 */
final class TotalOrder {
    private int[] positions = new int[16];
    private int[] scratch = new int[16];

    /** The batch's positions in order; valid until the next call, and longer than the batch. */
    int[] of(EventBatch batch) {
        int size = batch.size();
        if (positions.length < size) {
            positions = new int[Math.max(size, positions.length * 2)];
            scratch = new int[positions.length];
        }
        boolean isSorted = true;
        for (int i = 0; i < size; i++) {
            positions[i] = i;
            isSorted &= i == 0 || !comesBefore(batch, i, i - 1);
        }
        if (!isSorted) {
            sort(batch, size);
        }
        return positions;
    }

    private void sort(EventBatch batch, int size) {
        for (int width = 1; width < size; width *= 2) {
            for (int from = 0; from < size; from += 2 * width) {
                merge(batch, from, Math.min(from + width, size), Math.min(from + 2 * width, size));
            }
            int[] merged = scratch;
            scratch = positions;
            positions = merged;
        }
    }

    private void merge(EventBatch batch, int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takesRight =
                    right < to && (left >= middle || comesBefore(batch, positions[right], positions[left]));
            scratch[i] = takesRight ? positions[right++] : positions[left++];
        }
    }

    /** Whether the first must stand before the second; false where the order is theirs by arrival. */
    static boolean comesBefore(EventBatch batch, int first, int second) {
        long firstTimeMs = batch.exchangeTimeMs(first);
        long secondTimeMs = batch.exchangeTimeMs(second);
        if (firstTimeMs != secondTimeMs) {
            return firstTimeMs < secondTimeMs;
        }
        int byKind = batch.kind(first).compareTo(batch.kind(second));
        if (byKind != 0) {
            return byKind < 0;
        }
        int byVenue = Integer.compare(batch.venueIndex(first), batch.venueIndex(second));
        if (byVenue != 0) {
            return byVenue < 0;
        }
        return sequence(batch, first) < sequence(batch, second);
    }

    private static long sequence(EventBatch batch, int event) {
        return batch.has(event, EventFlag.UNORDERED_ID) ? Long.MIN_VALUE : batch.sequence(event);
    }
}
