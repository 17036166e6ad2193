package pawl.kernel.engine;

import java.util.Optional;
import java.util.OptionalLong;
import pawl.api.plugin.StateBlock;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Token;
import pawl.storage.LogCatalog;
import pawl.storage.SnapshotState;
import pawl.storage.SnapshotStore;
import pawl.storage.StateRegion;
import pawl.storage.StorageFormatException;

/** Takes up the state that an engine left in its snapshots (E8.2). */
final class SnapshotRestore {
    private final LogStore store;
    private final EngineParts parts;
    private final SnapshotStore snapshots;

    SnapshotRestore(LogStore store, EngineParts parts) {
        this.store = store;
        this.parts = parts;
        snapshots = new SnapshotStore(store, parts.plan.identity());
    }

    /**
     * Restores all blocks from the snapshots of the last tick committed.
     *
     * @param continuedConfiguration the hash of the configuration that they were taken under, where its calendar of events was another
     * @return that tick
     */
    long restore(Optional<String> continuedConfiguration) throws StorageException, StorageFormatException {
        long committed = LogCatalog.of(store)
                .lastCommittedTick(store)
                .orElseThrow(() -> new StorageException(
                        StorageException.Kind.BAD_NAME, "it holds no committed tick; begin in an empty folder"));
        for (Token token : parts.plan.tokens()) {
            requireSnapshot(token, committed);
        }
        restoreAt(committed, continuedConfiguration);
        return committed;
    }

    private void requireSnapshot(Token token, long committed) throws StorageException {
        OptionalLong newest = snapshots.newestTick(token.name());
        if (newest.isEmpty() || newest.getAsLong() != committed) {
            throw new StorageException(
                    StorageException.Kind.BAD_NAME,
                    "its last committed tick is " + committed + ", and the newest snapshot of " + token.name() + " is "
                            + (newest.isEmpty() ? "missing" : "of tick " + newest.getAsLong())
                            + ": the run that wrote it was cut off; replay into an empty folder");
        }
    }

    /** Restores all blocks from the snapshots of a tick, which must be there for every token. */
    void restoreAt(long tick, Optional<String> continuedConfiguration) throws StorageException, StorageFormatException {
        int blockWords = parts.layout.words();
        if (continuedConfiguration.isEmpty()) {
            for (Token token : parts.plan.tokens()) {
                int base = token.index() * blockWords;
                snapshots.read(token, tick, parts.layout.regions(), parts.blocks, base, blockWords);
            }
            return;
        }
        StateBlock[] events = new StateBlock[parts.lanes.length];
        for (Token token : parts.plan.tokens()) {
            SnapshotState left = snapshots.readUnder(continuedConfiguration.get(), token, tick);
            events[token.index()] = adopt(token, left);
        }
        parts.groups.adoptPhases(events);
    }

    /** Takes over all but the events, whose slots are laid out by the calendar; returns those. */
    private StateBlock adopt(Token token, SnapshotState left) throws StorageFormatException {
        for (StateRegion region : parts.layout.regions()) {
            StateBlock target = parts.layout.view(parts.blocks, token.index(), region.name());
            Optional<StateBlock> source = left.region(region.name());
            if (region.name().equals(BlockLayout.EVENTS)) {
                continue;
            }
            if (source.isEmpty() || source.get().length() != target.length()) {
                throw new StorageFormatException(
                        StorageFormatException.Kind.MISMATCH,
                        "the snapshot of " + token.name() + " of tick "
                                + left.header().tick(),
                        0,
                        "its region " + region.name() + " is not of " + target.length() + " words",
                        "go on with what wrote it, or give another data folder");
            }
            target.copyFrom(source.get());
        }
        return left.region(BlockLayout.EVENTS).orElse(new StateBlock(new long[0], 0, 0));
    }
}
