package pawl.kernel.engine;

import java.util.ArrayList;
import java.util.List;
import pawl.api.plugin.StateBlock;
import pawl.canonical.TokenQueue;
import pawl.feature.Candles;
import pawl.feature.InputFreshness;
import pawl.feature.LastPrice;
import pawl.feature.PriceVenue;
import pawl.fsm.ClusterMachine;
import pawl.fsm.EventPhaseState;
import pawl.fsm.TokenMachine;
import pawl.storage.StateRegion;

/**
 * Where each layer's state lies in a token's block (D9). All blocks have one size and lie in one array, token after token; a snapshot
 * is one block.
 */
final class BlockLayout {
    static final String EVENTS = "events";
    static final String CLUSTERS = "clusters";
    static final String ADAPTERS = "adapters";
    static final String STREAMS = "streams";

    private final List<StateRegion> regions = new ArrayList<>();
    private int words;

    BlockLayout(int venueCount, int featureWords, int tierWords, int eventSlots, int clusterSlots) {
        add("engine", EngineState.WORDS);
        add(ADAPTERS, venueCount * VenueAdapter.WORDS);
        add(STREAMS, venueCount);
        add("freshness", InputFreshness.stateWords(venueCount));
        add("price", LastPrice.stateWords() + PriceVenue.stateWords());
        add("machine", TokenMachine.STATE_WORDS);
        add(EVENTS, eventSlots * EventPhaseState.WORDS);
        add(CLUSTERS, clusterSlots * ClusterMachine.STATE_WORDS);
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

    StateRegion region(String name) {
        for (StateRegion region : regions) {
            if (region.name().equals(name)) {
                return region;
            }
        }
        throw new IllegalArgumentException("a block has no region " + name);
    }

    /** A token's view on one region of its block. */
    StateBlock view(long[] blocks, int token, String name) {
        StateRegion region = region(name);
        return new StateBlock(blocks, token * words + region.firstWord(), region.lengthWords());
    }

    /** A token's view on one of the equal slots that a region is made of. */
    StateBlock slot(long[] blocks, int token, String name, int slot, int slotWords) {
        int first = region(name).firstWord() + slot * slotWords;
        return new StateBlock(blocks, token * words + first, slotWords);
    }
}
