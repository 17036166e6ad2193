package pawl.api.feature;

import pawl.api.event.EventView;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/**
 * A pure function from a token's flushed events and its state to its features and its next state (E4.1). It keeps nothing outside
 * the block: no clock, no randomness, no fields that change. Arithmetic is + − × ÷ and square root on binary64, in the written
 * order (D4). Called once a tick for each token, events or none, on the engine's thread; allocates nothing.
 */
public interface FeatureExtractor {
    /** How many words of state it keeps for each token; constant. */
    int stateWords();

    /**
     * @param tick rises by one from call to call, except after an outage, which {@link #restart} announces
     * @param events the tick's flush, in D3's order; off-book trades carry their flag and are to be passed over
     * @param state read and written
     * @param frame cleared; to be filled with the features that are valid
     */
    void extract(Token token, long tick, EventView events, StateBlock state, FeatureFrame frame);

    /**
     * Inputs were missing up to now (D2): what the state holds of windows and rates must warm up again; baselines may stay.
     *
     * @param tick the first after the outage
     */
    void restart(Token token, long tick, StateBlock state);
}
