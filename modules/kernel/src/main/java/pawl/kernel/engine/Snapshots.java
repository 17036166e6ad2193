package pawl.kernel.engine;

import java.util.List;
import java.util.OptionalLong;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Token;
import pawl.storage.EngineLog;
import pawl.storage.LogCatalog;
import pawl.storage.SnapshotStore;
import pawl.storage.StateRegion;
import pawl.storage.StorageFormatException;

/**
 * Snapshots of all tokens (E8.2): on a schedule that ticks alone decide, and where a run stops. Only the newest two scheduled ones and
 * that of the stop are kept, so that a run that was stopped and continued leaves the files of one that was not.
 */
final class Snapshots {
    private static final int SCHEDULED_KEPT = 2;

    private final LogStore store;
    private final SnapshotStore snapshots;
    private final EngineLog log;
    private final List<Token> tokens;
    private final List<StateRegion> regions;
    private final long[] blocks;
    private final int blockWords;
    private final long everyTicks;

    Snapshots(LogStore store, EngineLog log, BlockLayout layout, long[] blocks, EnginePlan plan) {
        this.store = store;
        this.log = log;
        this.blocks = blocks;
        snapshots = new SnapshotStore(store, plan.identity());
        tokens = plan.tokens();
        regions = layout.regions();
        blockWords = layout.words();
        everyTicks = plan.snapshotEveryTicks();
    }

    boolean isScheduled(long tick) {
        return (tick + 1) % everyTicks == 0;
    }

    /** After the tick: its records are handed over first, since a snapshot points into them. */
    void take(long tick) throws StorageException, StorageFormatException {
        log.flush();
        for (Token token : tokens) {
            int index = token.index();
            snapshots.write(token, tick, log.recordCount(index), regions, blocks, index * blockWords, blockWords);
        }
        for (Token token : tokens) {
            dropOld(token.name(), tick);
        }
    }

    private void dropOld(String token, long newestTick) throws StorageException {
        long[] ticks = snapshots.ticks(token);
        int scheduled = isScheduled(newestTick) ? 1 : 0;
        for (int i = ticks.length - 1; i >= 0; i--) {
            if (ticks[i] >= newestTick) {
                continue;
            }
            boolean isKept = isScheduled(ticks[i]) && scheduled < SCHEDULED_KEPT;
            scheduled += isKept ? 1 : 0;
            if (!isKept) {
                snapshots.delete(token, ticks[i]);
            }
        }
    }

    /**
     * Restores all blocks from the snapshots of the last tick committed.
     *
     * @return that tick
     */
    long restore() throws StorageException, StorageFormatException {
        long committed = LogCatalog.of(store)
                .lastCommittedTick(store)
                .orElseThrow(() -> new StorageException(
                        StorageException.Kind.BAD_NAME, "it holds no committed tick; begin in an empty folder"));
        for (Token token : tokens) {
            OptionalLong newest = snapshots.newestTick(token.name());
            if (newest.isEmpty() || newest.getAsLong() != committed) {
                throw new StorageException(
                        StorageException.Kind.BAD_NAME,
                        "its last committed tick is " + committed + ", and the newest snapshot of " + token.name()
                                + " is " + (newest.isEmpty() ? "missing" : "of tick " + newest.getAsLong())
                                + ": the run that wrote it was cut off; replay into an empty folder");
            }
            int base = token.index() * blockWords;
            snapshots.read(token, committed, regions, blocks, base, blockWords);
        }
        return committed;
    }
}
