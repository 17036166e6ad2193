package pawl.kernel.engine;

import pawl.api.storage.StorageException;
import pawl.storage.EngineLog;
import pawl.storage.StorageFormatException;

/** One run of the six steps (E2.2). All that ever changes state does so in here (E1.1). */
final class Tick {
    private final TokenLane[] lanes;
    private final EngineLog log;
    private final Snapshots snapshots;
    private final EngineCounts counts;

    Tick(TokenLane[] lanes, EngineLog log, Snapshots snapshots, EngineCounts counts) {
        this.lanes = lanes;
        this.log = log;
        this.snapshots = snapshots;
        this.counts = counts;
    }

    /** Runs the tick to its end: afterwards it is committed. */
    void run(long tick) throws StorageException, StorageFormatException {
        // Up to the clusters no token sees another, so each takes its steps while its state is at hand.
        for (TokenLane lane : lanes) {
            lane.flush(counts.flushes()); // 1. Canonical flush
            lane.extractFeatures(tick); // 2. Feature extraction
            lane.updateMachine(tick); // 3. Token state machine
            lane.assignTier(tick); // 4. What spans ticks: the tier, in force from the next one on
        }
        // 5. Log append
        for (TokenLane lane : lanes) {
            lane.append(tick, log, counts);
        }
        log.commit(tick);
        counts.addTick(tick);
        // 6. Snapshot, if one is scheduled
        if (snapshots.isScheduled(tick)) {
            snapshots.take(tick);
        }
    }
}
