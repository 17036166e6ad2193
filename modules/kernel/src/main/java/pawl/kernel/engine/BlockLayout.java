package pawl.kernel.engine;

import java.util.ArrayList;
import java.util.List;
import pawl.api.plugin.StateBlock;
import pawl.canonical.TokenQueue;
import pawl.feature.Candles;
import pawl.feature.InputFreshness;
import pawl.fsm.TokenMachine;
import pawl.storage.StateRegion;

/**
 * Where each layer's state lies in a token's block (D9). All blocks have one size and lie in one array, token after token; a snapshot
 * is one block.
 */
final class BlockLayout {
    private final List<StateRegion> regions = new ArrayList<>();
    private int words;

    BlockLayout(int venueCount, int featureWords, int tierWords) {
        add("engine", EngineState.WORDS);
        add("freshness", InputFreshness.stateWords());
        add("machine", TokenMachine.STATE_WORDS);
        add("features", featureWords);
        add("tier", tierWords);
        add("candles", 2 * Candles.stateWords());
        add("canonical", TokenQueue.stateWords(venueCount));
    }

    private void add(String name, int length) {
        regions.add(new StateRegion(name, words, length));
        words += length;
    }

    /** The size of a block. */
    int words() {
        return words;
    }

    List<StateRegion> regions() {
        return List.copyOf(regions);
    }

    /** A token's view on one region of its block. */
    StateBlock view(long[] blocks, int token, String name) {
        for (StateRegion region : regions) {
            if (region.name().equals(name)) {
                return new StateBlock(blocks, token * words + region.firstWord(), region.lengthWords());
            }
        }
        throw new IllegalArgumentException("a block has no region " + name);
    }
}
