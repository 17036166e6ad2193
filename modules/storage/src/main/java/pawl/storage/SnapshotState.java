package pawl.storage;

import java.util.Optional;
import pawl.api.plugin.StateBlock;

/** A snapshot's header and a copy of its words. */
public final class SnapshotState {
    private final SnapshotHeader header;
    private final long[] words;

    SnapshotState(SnapshotHeader header, long[] words) {
        this.header = header;
        this.words = words;
    }

    public SnapshotHeader header() {
        return header;
    }

    /** The words of one region; empty where the snapshot has none of that name. */
    public Optional<StateBlock> region(String name) {
        for (StateRegion region : header.regions()) {
            if (region.name().equals(name)) {
                return Optional.of(new StateBlock(words, region.firstWord(), region.lengthWords()));
            }
        }
        return Optional.empty();
    }
}
