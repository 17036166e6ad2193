package pawl.plugin.tier.fixed;

import java.util.List;
import pawl.api.event.EventView;
import pawl.api.plugin.SettingsException;
import pawl.api.plugin.StateBlock;
import pawl.api.tier.Tier;
import pawl.api.tier.TierPolicy;
import pawl.api.token.Token;

/**
 * Each token's tier is the one that the configuration names (D6), also for a token whose snapshot comes from another policy.
 * Keeps no state.
 */
final class StaticTierPolicy implements TierPolicy {
    private final Tier[] tiers;

    StaticTierPolicy(List<Tier> tiers) {
        this.tiers = tiers.toArray(Tier[]::new);
    }

    @Override
    public int stateWords() {
        return 0;
    }

    /** @throws SettingsException when no tier has the name that the token's configuration gives */
    @Override
    public int initialTier(Token token) {
        for (int tier = 0; tier < tiers.length; tier++) {
            if (tiers[tier].name().equals(token.tierName())) {
                return tier;
            }
        }
        throw unknownTier(token);
    }

    @Override
    public int assign(Token token, long tick, int currentTier, EventView events, StateBlock state) {
        return initialTier(token);
    }

    @Override
    public double thresholdMultiplier(int tier) {
        return tiers[tier].thresholdMultiplier();
    }

    @Override
    public double memberWeight(int tier) {
        return tiers[tier].memberWeight();
    }

    private SettingsException unknownTier(Token token) {
        StringBuilder names = new StringBuilder();
        for (Tier tier : tiers) {
            names.append(names.isEmpty() ? "" : ", ").append(tier.name());
        }
        return new SettingsException(
                "tokens." + token.name() + ".tier",
                "no tier is named " + token.tierName() + "; the tiers are " + names);
    }
}
