package pawl.kernel.toy;

import java.util.List;
import pawl.api.event.EventKind;
import pawl.api.event.EventView;
import pawl.api.plugin.StateBlock;
import pawl.api.tier.TierPolicy;
import pawl.api.token.Token;

/** Three tiers by how many trades the last {@value #WINDOW_TICKS} ticks had; every token starts in the middle one. */
public final class ToyTiers implements TierPolicy {
    public static final List<Double> MULTIPLIERS = List.of(1.25, 1.0, 0.75);
    public static final int WINDOW_TICKS = 8;

    public ToyTiers() {}

    @Override
    public int stateWords() {
        return 1;
    }

    @Override
    public int initialTier(Token token) {
        return 1;
    }

    @Override
    public int assign(Token token, long tick, int currentTier, EventView events, StateBlock state) {
        long trades = state.getLong(0);
        for (int event = 0; event < events.size(); event++) {
            trades += events.kind(event) == EventKind.TRADE ? 1 : 0;
        }
        if ((tick + 1) % WINDOW_TICKS != 0) {
            state.setLong(0, trades);
            return currentTier;
        }
        state.setLong(0, 0);
        return trades >= 8 ? 0 : trades >= 2 ? 1 : 2;
    }

    @Override
    public double thresholdMultiplier(int tier) {
        return MULTIPLIERS.get(tier);
    }

    @Override
    public double memberWeight(int tier) {
        return 1 + tier;
    }
}
