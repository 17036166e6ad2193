package pawl.plugin.tier.fixed;

import java.util.List;
import pawl.api.plugin.Settings;
import pawl.api.tier.Tier;
import pawl.api.tier.TierPolicy;
import pawl.api.tier.TierPolicyProvider;

/** Provides {@link StaticTierPolicy} under the id {@code tier-static}; it has no settings. */
public final class StaticTierPolicyProvider implements TierPolicyProvider {
    /** For ServiceLoader. */
    public StaticTierPolicyProvider() {}

    @Override
    public String id() {
        return "tier-static";
    }

    @Override
    public TierPolicy create(List<Tier> tiers, Settings settings) {
        settings.allowOnly();
        return new StaticTierPolicy(tiers);
    }
}
