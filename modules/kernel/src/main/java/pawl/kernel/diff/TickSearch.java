package pawl.kernel.diff;

import java.util.Optional;
import java.util.OptionalLong;
import pawl.api.storage.StorageException;
import pawl.storage.LogRecords;
import pawl.storage.RecordType;
import pawl.storage.RecordView;
import pawl.storage.StorageFormatException;

/**
 * Finds the first tick in which two tick logs of a day part, by a binary search over their running hashes: once two of them differ,
 * all later ones do. Reads O(log n) records. Two logs may have different ticks at one sequence, as where one run had an outage.
 */
final class TickSearch {
    private final LogRecords left;
    private final LogRecords right;

    TickSearch(LogRecords left, LogRecords right) {
        this.left = left;
        this.right = right;
    }

    /** Whether both carry running hashes. */
    boolean isPossible() {
        return left.header().version().hasRunningHash()
                && right.header().version().hasRunningHash();
    }

    /** The first tick that differs, or that only one has; empty where they are the same. */
    OptionalLong firstDifferentTick() throws StorageException, StorageFormatException {
        long low = 0;
        long high = Math.min(left.count(), right.count());
        if (high > 0 && agrees(high - 1)) {
            low = high;
        }
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (agrees(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return firstCommittedTick(low);
    }

    /** Whether the tick that ends at this sequence or behind it is the same in both, with all before it. */
    private boolean agrees(long sequence) throws StorageException, StorageFormatException {
        Optional<RecordView> leftTick = endOfTick(left, sequence);
        Optional<RecordView> rightTick = endOfTick(right, sequence);
        return leftTick.isPresent()
                && rightTick.isPresent()
                && leftTick.get().sequence() == rightTick.get().sequence()
                && leftTick.get().tick() == rightTick.get().tick()
                && leftTick.get().runningHash() == rightTick.get().runningHash();
    }

    private OptionalLong firstCommittedTick(long sequence) throws StorageException, StorageFormatException {
        Optional<RecordView> leftTick = endOfTick(left, sequence);
        Optional<RecordView> rightTick = endOfTick(right, sequence);
        if (leftTick.isEmpty() && rightTick.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.min(
                leftTick.map(RecordView::tick).orElse(Long.MAX_VALUE),
                rightTick.map(RecordView::tick).orElse(Long.MAX_VALUE)));
    }

    /** The TICK at a sequence or the next one behind it; a tick has few records before its TICK. */
    private static Optional<RecordView> endOfTick(LogRecords ticks, long sequence)
            throws StorageException, StorageFormatException {
        for (long at = sequence; at < ticks.count(); at++) {
            RecordView record = ticks.record(at);
            if (ticks.isKnown(record) && record.type() == RecordType.TICK) {
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }
}
