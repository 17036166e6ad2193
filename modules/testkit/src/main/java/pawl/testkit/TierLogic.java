package pawl.testkit;

import pawl.api.event.EventView;
import pawl.api.plugin.StateBlock;
import pawl.api.tier.TierPolicy;
import pawl.api.token.Token;

/** A policy whose result is the tier in force. */
final class TierLogic implements Logic {
    private final TierPolicy policy;

    TierLogic(TierPolicy policy) {
        this.policy = policy;
    }

    @Override
    public int stateWords() {
        return policy.stateWords();
    }

    @Override
    public int resultWords() {
        return 1;
    }

    @Override
    public void begin(Token token, long[] result) {
        result[0] = policy.initialTier(token);
    }

    @Override
    public void tick(Token token, long tick, EventView events, StateBlock state, long[] result) {
        result[0] = policy.assign(token, tick, (int) result[0], events, state);
    }

    /** A policy is not told of outages. */
    @Override
    public void restart(Token token, long tick, StateBlock state) {}
}
