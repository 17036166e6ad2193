package pawl.kernel.verify;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.VerificationFinding;
import pawl.kernel.engine.Reexecution;
import pawl.kernel.engine.SnapshotDraft;
import pawl.kernel.engine.StateDifference;
import pawl.storage.LogRecords;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/** Runs every committed tick again from the logs' inputs, and compares every byte that it gives, snapshots included (D1, D10). */
final class StateProof {
    private final LogStore store;
    private final Reexecution.Plans plans;
    private final Findings findings;
    private final Map<Long, Integer> snapshotsOfTick = new TreeMap<>();
    private Optional<VerificationFinding> difference = Optional.empty();
    private boolean comparesSnapshots = true;
    private long ticks;
    private long snapshots;

    StateProof(LogStore store, Reexecution.Plans plans, FolderContents contents, Findings findings) {
        this.store = store;
        this.plans = plans;
        this.findings = findings;
        contents.snapshots().forEach(snapshot -> snapshotsOfTick.merge(snapshot.tick(), 1, Integer::sum));
    }

    /** Compares no snapshot, since the logs do not say all that their state holds. */
    void withoutSnapshots() {
        snapshotsOfTick.clear();
        comparesSnapshots = false;
    }

    /** @param lastTick to run; those behind it are passed over */
    void run(long lastTick) throws StorageException {
        long tick = -1;
        Optional<SnapshotDraft> compared = comparesSnapshots ? Optional.of(new SnapshotDraft(store)) : Optional.empty();
        try (Reexecution again = new Reexecution(store, plans, OptionalLong.empty(), compared)) {
            try {
                while (tick < lastTick && again.next()) {
                    tick = again.tick();
                    proveSnapshots(again, tick);
                    ticks++;
                }
            } catch (PawlException e) {
                take(e, again.tick());
            } catch (RuntimeException e) {
                // What no engine comes to by itself: it would have stopped there and committed nothing.
                differ(again.tick(), "running its inputs again fails: " + e);
            }
        }
    }

    private void proveSnapshots(Reexecution again, long tick) throws PawlException {
        Integer there = snapshotsOfTick.get(tick);
        if (there != null) {
            again.takeSnapshots();
            snapshots += there;
        }
    }

    private void take(PawlException e, long tick) throws StorageException {
        switch (e.kind()) {
            case CHECK_FAILED -> {
                if (e.getCause() instanceof StateDifference found) {
                    differ(found, tick);
                } else {
                    differ(tick, e.getMessage());
                }
            }
            case BAD_DATA -> {
                if (e.getCause() instanceof StorageFormatException problem) {
                    findings.damage(problem);
                } else {
                    findings.damage(new StoreName.TickLog(Ticks.epochDay(tick)).text(), 0, e.getMessage());
                }
            }
            case CANNOT_JUDGE, USAGE -> findings.need(e.getMessage());
            case INVARIANT -> differ(tick, "running its inputs again fails: " + e.getMessage());
        }
    }

    private void differ(StateDifference found, long tick) {
        boolean isSnapshot = StoreName.parse(found.name()).orElse(null) instanceof StoreName.Snapshot;
        String what = isSnapshot
                ? "the state after the tick is another than its inputs give"
                : "running the tick's inputs again gives other bytes";
        difference = Optional.of(new VerificationFinding(found.name(), found.position(), OptionalLong.of(tick), what));
    }

    private void differ(long tick, String what) throws StorageException {
        String name = new StoreName.TickLog(Ticks.epochDay(tick)).text();
        difference = Optional.of(new VerificationFinding(name, offset(name, tick), OptionalLong.of(tick), what));
    }

    /** Of what the tick log has of the tick. */
    private long offset(String name, long tick) throws StorageException {
        try (LogRecords records = LogRecords.open(store, name)) {
            long sequence = records.firstFrom(tick);
            return sequence < records.count() ? records.record(sequence).offset() : 0;
        } catch (StorageFormatException e) {
            return e.offset();
        }
    }

    Optional<VerificationFinding> difference() {
        return difference;
    }

    /** That gave the same bytes. */
    long ticks() {
        return ticks;
    }

    /** That were compared with the state. */
    long snapshots() {
        return snapshots;
    }
}
