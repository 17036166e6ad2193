package pawl.kernel.engine;

import java.util.List;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Token;
import pawl.storage.EngineLog;
import pawl.storage.SnapshotStore;
import pawl.storage.StateRegion;
import pawl.storage.StorageFormatException;

/**
 * Snapshots of all tokens (E8.2): on a schedule that ticks alone decide, and where a run stops. Only the newest two scheduled ones and
 * that of the stop are kept, so that a run that was stopped and continued leaves the files of one that was not.
 */
final class Snapshots {
    private static final int SCHEDULED_KEPT = 2;

    private final SnapshotStore snapshots;
    private final EngineLog log;
    private final List<Token> tokens;
    private final List<StateRegion> regions;
    private final long[] blocks;
    private final Groups groups;
    private final int blockWords;
    private final long everyTicks;

    Snapshots(LogStore store, EngineLog log, BlockLayout layout, long[] blocks, Groups groups, EnginePlan plan) {
        this.log = log;
        this.blocks = blocks;
        this.groups = groups;
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
        groups.copyToMembers();
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
}
