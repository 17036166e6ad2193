package pawl.kernel.verify;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.storage.SnapshotHeader;
import pawl.storage.SnapshotStore;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/** Snapshots: every byte's hash, that each is what its name says, of a tick that is committed, and that none of a set is missing. */
final class SnapshotCheck {
    private final LogStore store;
    private final Findings findings;
    private final SnapshotStore snapshots;

    SnapshotCheck(LogStore store, Findings findings) {
        this.store = store;
        this.findings = findings;
        snapshots = SnapshotStore.forReading(store);
    }

    /** @param lastTick the last that is committed */
    void check(FolderContents contents, long lastTick) throws StorageException {
        SortedMap<Long, Set<String>> tokensOfTick = new TreeMap<>();
        for (StoreName.Snapshot snapshot : contents.snapshots()) {
            String name = snapshot.text();
            tokensOfTick.computeIfAbsent(snapshot.tick(), _ -> new TreeSet<>()).add(snapshot.tokenName());
            if (!store.exists(name)) {
                findings.tell(name + " was removed by the engine that is writing there");
            } else if (snapshot.tick() > lastTick) {
                findings.uncommitted(name, 0, "it is of tick " + snapshot.tick() + ", which is not committed");
            } else {
                read(snapshot);
            }
        }
        Set<String> stopped = tokensOfTick.getOrDefault(lastTick, Set.of());
        if (stopped.isEmpty()) {
            findings.tell("no snapshot is of the last tick: the run was not stopped but cut off, or goes on");
        } else {
            requireWhole(tokensOfTick, contents.tokenNames());
        }
    }

    private void read(StoreName.Snapshot snapshot) throws StorageException {
        String name = snapshot.text();
        try {
            SnapshotHeader header = snapshots.inspect(snapshot.tokenName(), snapshot.tick(), new long[0]);
            if (!header.tokenName().equals(snapshot.tokenName()) || header.tick() != snapshot.tick()) {
                String meant = new StoreName.Snapshot(header.tokenName(), header.tick()).text();
                findings.damage(name, 0, "its header says that it is " + meant + ": give it that name again");
            }
        } catch (StorageFormatException e) {
            findings.damage(e);
        }
    }

    /** A run that was stopped leaves snapshots of all tokens, whatever their tick. */
    private void requireWhole(SortedMap<Long, Set<String>> tokensOfTick, Set<String> tokens) {
        tokensOfTick.forEach((tick, there) -> {
            for (String token : tokens) {
                if (!there.contains(token)) {
                    findings.damage(
                            new StoreName.Snapshot(token, tick).text(),
                            0,
                            "it is missing, and other tokens have one of that tick: restore it from a copy");
                }
            }
        });
    }
}
