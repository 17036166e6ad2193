package feature.acme;

import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.event.EventView;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureExtractor;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/**
 * What takers sold against what they bought, over about a window: −1 while they only buy, 1 while they only sell. Both sums decay with
 * every tick by a rational weight, and they are all that is remembered: two words of the token's block.
 */
final class AcmeExtractor implements FeatureExtractor {
    private static final int BOUGHT = 0;
    private static final int SOLD = 1;
    private static final int WORDS = 2;

    private final double kept;

    AcmeExtractor(long windowTicks) {
        kept = (double) windowTicks / (double) (windowTicks + 1);
    }

    @Override
    public int stateWords() {
        return WORDS;
    }

    @Override
    public void extract(Token token, long tick, EventView events, StateBlock state, FeatureFrame frame) {
        double bought = kept * state.getDouble(BOUGHT);
        double sold = kept * state.getDouble(SOLD);
        for (int event = 0; event < events.size(); event++) {
            if (events.kind(event) == EventKind.TRADE && !events.has(event, EventFlag.OFF_BOOK)) {
                double notional =
                        token.price(events.priceMantissa(event)) * token.quantity(events.quantityMantissa(event));
                if (events.has(event, EventFlag.TAKER_SOLD)) {
                    sold += notional;
                } else {
                    bought += notional;
                }
            }
        }
        state.setDouble(BOUGHT, bought);
        state.setDouble(SOLD, sold);
        double traded = bought + sold;
        if (traded > 0) { // a division has its guard: NaN stops the engine (D4)
            frame.set(Feature.DIVERGENCE, (sold - bought) / traded);
        }
    }

    /** Inputs were missing: what was added up before says nothing of now. */
    @Override
    public void restart(Token token, long tick, StateBlock state) {
        state.clear();
    }
}
