package pawl.plugin.tier.liquidity;

import java.util.List;
import pawl.api.plugin.Settings;
import pawl.api.tier.Tier;
import pawl.api.tier.TierPolicy;
import pawl.api.tier.TierPolicyProvider;

/** Provides {@link LiquidityTierPolicy} under the id {@code tier-liquidity}. */
public final class LiquidityTierPolicyProvider implements TierPolicyProvider {
    /** For ServiceLoader. */
    public LiquidityTierPolicyProvider() {}

    @Override
    public String id() {
        return "tier-liquidity";
    }

    @Override
    public TierPolicy create(List<Tier> tiers, Settings settings) {
        return new LiquidityTierPolicy(tiers, LiquiditySettings.of(tiers, settings));
    }
}
