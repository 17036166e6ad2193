package pawl.api.tier;

import pawl.api.event.EventView;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/**
 * Assigns each token a tier, and each tier its multiplier (D6). A pure function of events and state, under the rules of
 * {@link pawl.api.feature.FeatureExtractor}. A tier is named by its position in the list that the policy was created with.
 */
public interface TierPolicy {
    /** How many words of state it keeps for each token; constant. */
    int stateWords();

    /** The tier of a token never seen before. */
    int initialTier(Token token);

    /**
     * The token's tier from the next tick on.
     *
     * @param currentTier in force during this tick
     * @param events the tick's flush
     */
    int assign(Token token, long tick, int currentTier, EventView events, StateBlock state);

    /** What the thresholds of a tier's tokens are multiplied with; finite and above 0. */
    double thresholdMultiplier(int tier);

    /** What a tier's token weighs in the shares of its clusters and events (D7); finite and above 0. */
    double memberWeight(int tier);
}
