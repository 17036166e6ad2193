package pawl.kernel.engine;

import java.util.Optional;
import pawl.api.storage.StorageException;
import pawl.storage.EngineLog;
import pawl.storage.StorageFormatException;

/** One run of the six steps (E2.2). All that ever changes state does so in here (E1.1). */
final class Tick {
    private final TokenLane[] lanes;
    private final Groups groups;
    private final EngineLog log;
    private final Snapshots snapshots;
    private final EngineCounts counts;
    private AdapterStates adapterStates = AdapterStates.NONE;
    private Optional<String> changedConfiguration = Optional.empty();

    Tick(TokenLane[] lanes, Groups groups, EngineLog log, Snapshots snapshots, EngineCounts counts) {
        this.lanes = lanes;
        this.groups = groups;
        this.log = log;
        this.snapshots = snapshots;
        this.counts = counts;
    }

    /** Logs from then on what these say. */
    void readAdaptersFrom(AdapterStates states) {
        adapterStates = states;
    }

    /** Another configuration than the one before is in force from the next tick on, which is to log it. */
    void announceConfiguration(String sha256) {
        changedConfiguration = Optional.of(sha256);
    }

    /** Runs the tick to its end: afterwards it is committed. */
    void run(long tick) throws StorageException, StorageFormatException {
        groups.requireAgreement();
        // Up to the clusters no token sees another, so each takes its steps while its state is at hand.
        for (TokenLane lane : lanes) {
            lane.flush(counts.flushes()); // 1. Canonical flush
            lane.extractFeatures(tick); // 2. Feature extraction
            lane.updateMachine(tick); // 3. Token state machine
            lane.assignTier(tick); // What spans ticks: the tier, in force from the next one on
        }
        // 4. Clusters and event phases, once a second; a phase is in force from the next tick on
        groups.update(tick);
        // 5. Log append
        appendConfiguration(tick);
        for (TokenLane lane : lanes) {
            lane.append(tick, log, counts);
        }
        groups.append(tick, log, counts);
        adapterStates.appendChanges(tick, log);
        log.commit(tick, lanes[0].engineState().lastFrameTick());
        counts.addTick(tick);
        // 6. Snapshot, if one is scheduled
        snapshots.afterTick(tick);
    }

    private void appendConfiguration(long tick) {
        if (changedConfiguration.isPresent()) {
            for (TokenLane lane : lanes) {
                log.configurationChange(lane.token().index(), tick, changedConfiguration.get());
            }
            changedConfiguration = Optional.empty();
        }
    }
}
