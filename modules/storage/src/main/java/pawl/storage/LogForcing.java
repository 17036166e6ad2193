package pawl.storage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pawl.api.storage.LogSegment;
import pawl.api.storage.StorageException;

/**
 * Forces files in rounds, on other threads where there are some: what is appended during a round is for the next, and no file is closed
 * while a round may be at it. A round that failed is never repeated: a system may say afterwards of bytes that it lost that they are on
 * disk. All but the round itself is on its owner's thread. In which order a round's files come to the disk means nothing: what a tick log
 * commits counts where the tokens' logs have it.
 */
final class LogForcing {
    private final List<LogSegment> left = new ArrayList<>();
    private final List<LogSegment> round = new ArrayList<>();
    private final ForceThreads.Share share = this::forceShare;
    private ForceThreads threads = ForceThreads.NONE;

    /** Each thread has a place of its own, so that none waits for another. */
    private @Nullable Exception[] failures = new @Nullable Exception[1];

    private int closedAfterRound;
    private boolean isUnderWay;
    private long roundTicks;
    private long forcedTicks;

    void setThreads(ForceThreads others) {
        threads = others;
        failures = new @Nullable Exception[others.threads()];
    }

    /** Until {@link #look} finds that it has ended. */
    boolean isUnderWay() {
        return isUnderWay;
    }

    boolean hasLeft() {
        return !left.isEmpty();
    }

    /** Of the ticks committed, how many are known to be on disk. */
    long forcedTicks() {
        return forcedTicks;
    }

    /** A file that its owner is done with: it is forced in the next round, and closed after it. */
    void leave(LogSegment segment) {
        left.add(segment);
    }

    /** A file for the next round; none may be under way. */
    void add(LogSegment segment) {
        round.add(segment);
    }

    /**
     * Begins a round of the files added and left; none may be under way.
     *
     * @param committedTicks how many are on disk after it
     */
    void begin(long committedTicks) {
        round.addAll(left);
        closedAfterRound = left.size();
        left.clear();
        if (round.isEmpty()) {
            forcedTicks = committedTicks;
            return;
        }
        roundTicks = committedTicks;
        isUnderWay = true;
        threads.begin(share);
    }

    /** The same, and waits for it. */
    void now(long committedTicks) throws StorageException {
        begin(committedTicks);
        settle();
    }

    /** On each thread. */
    private void forceShare(int thread) {
        for (int file = thread; file < round.size(); file += failures.length) {
            try {
                round.get(file).force();
            } catch (StorageException | RuntimeException e) {
                failures[thread] = failures[thread] == null ? e : failures[thread];
            }
        }
    }

    /** Where a round has ended since: closes what was left to it, and says whether it failed. */
    void look() throws StorageException {
        if (!isUnderWay || threads.isBusy()) {
            return;
        }
        requireForced();
        isUnderWay = false;
        forcedTicks = roundTicks;
        try {
            for (int i = round.size() - closedAfterRound; i < round.size(); i++) {
                round.get(i).close();
            }
        } finally {
            closedAfterRound = 0;
            round.clear();
        }
    }

    private void requireForced() throws StorageException {
        for (Exception cause : failures) {
            if (cause != null) {
                throw failure(cause);
            }
        }
    }

    private static StorageException failure(Exception cause) {
        return new StorageException(
                cause instanceof StorageException typed ? typed.kind() : StorageException.Kind.DEVICE,
                "what was committed could not be forced to disk: " + cause.getMessage()
                        + "; what was committed since the last time may be in memory alone, even where it can be read:"
                        + " mount the disk anew, or start the machine anew, before going on with --resume",
                cause);
    }

    /** Waits until no thread is at a round, so that files may be cut and closed. */
    void awaitEnd() {
        threads.awaitEnd();
    }

    /** Waits for the end of a round that is under way, and looks. */
    void settle() throws StorageException {
        awaitEnd();
        look();
    }

    /** Closes all that was left to it, forced or not. */
    void close() throws StorageException {
        awaitEnd();
        left.addAll(round.subList(round.size() - closedAfterRound, round.size()));
        closedAfterRound = 0;
        round.clear();
        StorageException failed = null;
        for (LogSegment segment : left) {
            try {
                segment.close();
            } catch (StorageException e) {
                if (failed == null) {
                    failed = e;
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        left.clear();
        if (failed != null) {
            throw failed;
        }
    }
}
