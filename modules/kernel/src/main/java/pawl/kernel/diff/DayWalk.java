package pawl.kernel.diff;

import java.util.Optional;
import java.util.OptionalLong;
import pawl.api.storage.StorageException;
import pawl.storage.LogRecords;
import pawl.storage.StorageFormatException;

/** Compares every committed byte of a day's logs: needs no running hash, and finds what altered logs hide from a search. */
final class DayWalk {
    private static final long NONE = Long.MAX_VALUE;

    private final ComparedRun left;
    private final ComparedRun right;
    private final long epochDay;

    DayWalk(ComparedRun left, ComparedRun right, long epochDay) {
        this.left = left;
        this.right = right;
        this.epochDay = epochDay;
    }

    /** The first tick at which the tick logs differ, or that only one has; empty where there is none. */
    OptionalLong firstInTicks() throws StorageException, StorageFormatException {
        return optional(firstDifference(left.ticks(epochDay), right.ticks(epochDay)));
    }

    /** The first tick at which the logs of a token differ, or that only one has. */
    OptionalLong firstInTokens() throws StorageException, StorageFormatException {
        long first = NONE;
        for (String token : ComparedRun.tokens(left, right, epochDay)) {
            first = Math.min(first, firstDifference(left.token(token, epochDay), right.token(token, epochDay)));
        }
        return optional(first);
    }

    private static OptionalLong optional(long tick) {
        return tick == NONE ? OptionalLong.empty() : OptionalLong.of(tick);
    }

    private long firstDifference(Optional<LogRecords> leftLog, Optional<LogRecords> rightLog)
            throws StorageException, StorageFormatException {
        long leftCount = leftLog.isPresent() ? left.committedRecords(leftLog.get()) : 0;
        long rightCount = rightLog.isPresent() ? right.committedRecords(rightLog.get()) : 0;
        long sequence = 0;
        if (leftLog.isPresent() && rightLog.isPresent()) {
            OptionalLong found = LogRecords.firstDifference(leftLog.get(), leftCount, rightLog.get(), rightCount);
            if (found.isEmpty()) {
                return NONE;
            }
            sequence = found.getAsLong();
        }
        return Math.min(tickAt(leftLog, leftCount, sequence), tickAt(rightLog, rightCount, sequence));
    }

    private static long tickAt(Optional<LogRecords> log, long count, long sequence)
            throws StorageException, StorageFormatException {
        return log.isPresent() && sequence < count ? log.get().record(sequence).tick() : NONE;
    }
}
