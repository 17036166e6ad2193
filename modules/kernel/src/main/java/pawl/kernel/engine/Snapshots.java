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
    private static final long WRITING_PARTS = 4;

    private final SnapshotStore snapshots;
    private final EngineLog log;
    private final List<Token> tokens;
    private final List<StateRegion> regions;
    private final long[] blocks;
    private final Groups groups;
    private final BlockLayout layout;
    private final int blockWords;
    private final long everyTicks;
    private final int filesPerTick;
    private final long[] copy;
    private final long[] logRecords;
    private long copiedTick;
    private int written;
    private AdapterStates adapterStates = AdapterStates.NONE;

    Snapshots(LogStore store, EngineLog log, BlockLayout layout, long[] blocks, Groups groups, EnginePlan plan) {
        this.log = log;
        this.blocks = blocks;
        this.groups = groups;
        this.layout = layout;
        snapshots = new SnapshotStore(store, plan.identity());
        tokens = plan.tokens();
        regions = layout.regions();
        blockWords = layout.words();
        everyTicks = plan.snapshotEveryTicks();
        filesPerTick = (int) (1 + WRITING_PARTS * (tokens.size() - 1L) / everyTicks);
        copy = new long[blocks.length];
        logRecords = new long[tokens.size()];
        written = tokens.size();
    }

    /** Snapshots say from then on what these venues' adapters are. */
    void readAdaptersFrom(AdapterStates states) {
        adapterStates = states;
    }

    boolean isScheduled(long tick) {
        return (tick + 1) % everyTicks == 0;
    }

    /**
     * After every tick: a scheduled snapshot begins with a copy of all state, and of its files so many are written with this tick and
     * each of the next that a quarter of the schedule's time is enough. A file takes milliseconds to be on disk; all at once would hold
     * up the ticks of thousands of tokens.
     */
    void afterTick(long tick) throws StorageException, StorageFormatException {
        if (isScheduled(tick)) {
            writeRest();
            copy(tick);
        }
        for (int i = 0; i < filesPerTick && written < tokens.size(); i++) {
            writeNext();
        }
    }

    /** Takes a snapshot of all tokens at once, where a run stops; one that is still being written is completed first. */
    void take(long tick) throws StorageException, StorageFormatException {
        writeRest();
        copy(tick);
        writeRest();
    }

    /** The tick's records are handed over first, since a snapshot points into them. */
    private void copy(long tick) throws StorageException, StorageFormatException {
        log.flushBeforeSnapshots();
        groups.copyToMembers();
        copyAdapters();
        System.arraycopy(blocks, 0, copy, 0, blocks.length);
        for (int token = 0; token < logRecords.length; token++) {
            logRecords[token] = log.recordCount(token);
        }
        copiedTick = tick;
        written = 0;
    }

    private void copyAdapters() {
        for (int token = 0; token < logRecords.length; token++) {
            adapterStates.writeTo(layout.view(blocks, token, BlockLayout.ADAPTERS));
        }
    }

    /** Completes the one that is being written. */
    void writeRest() throws StorageException {
        while (written < tokens.size()) {
            writeNext();
        }
    }

    private void writeNext() throws StorageException {
        Token token = tokens.get(written);
        int base = written * blockWords;
        snapshots.write(token, copiedTick, logRecords[written], regions, copy, base, blockWords);
        dropOld(token.name(), copiedTick);
        written++;
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
