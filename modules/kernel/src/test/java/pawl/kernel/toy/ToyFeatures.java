package pawl.kernel.toy;

import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.event.EventView;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureExtractor;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/**
 * Two features: COMPRESSION rises with every trade that a taker bought and falls with every one sold; LIQUIDITY_STRESS jumps with a
 * liquidation and fades. Both are valid from the second tick on, and again so after an outage. It holds the engine to its word that
 * ticks rise by one.
 */
public final class ToyFeatures implements FeatureExtractor {
    private static final int TICKS_SINCE_RESTART = 0;
    private static final int LAST_TICK = 1;
    private static final int BOUGHT = 2;
    private static final int STRESS = 3;

    public ToyFeatures() {}

    @Override
    public int stateWords() {
        return 4;
    }

    @Override
    public void extract(Token token, long tick, EventView events, StateBlock state, FeatureFrame frame) {
        long ticks = state.getLong(TICKS_SINCE_RESTART);
        if (ticks > 0 && tick != state.getLong(LAST_TICK) + 1) {
            throw new IllegalStateException("tick " + tick + " came after " + state.getLong(LAST_TICK));
        }
        double bought = state.getDouble(BOUGHT);
        double stress = state.getDouble(STRESS) * 0.5;
        for (int event = 0; event < events.size(); event++) {
            if (events.kind(event) == EventKind.TRADE) {
                bought = bought * 0.75 + (events.has(event, EventFlag.TAKER_SOLD) ? 0 : 0.25);
            } else if (events.kind(event) == EventKind.LIQUIDATION) {
                stress = 1;
            }
        }
        state.setLong(TICKS_SINCE_RESTART, ticks + 1);
        state.setLong(LAST_TICK, tick);
        state.setDouble(BOUGHT, bought);
        state.setDouble(STRESS, stress);
        if (ticks > 0) {
            frame.set(Feature.COMPRESSION, bought);
            frame.set(Feature.LIQUIDITY_STRESS, stress);
        }
    }

    @Override
    public void restart(Token token, long tick, StateBlock state) {
        state.setLong(TICKS_SINCE_RESTART, 0);
    }
}
