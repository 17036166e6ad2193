package pawl.plugin.tier.liquidity;

import java.util.Map;
import pawl.api.plugin.Settings;
import pawl.api.tier.TierPolicyProvider;
import pawl.testkit.TierPolicyContract;

/** The policy, held to the contract of every tier plugin. */
class LiquidityTiersConformanceTest extends TierPolicyContract {
    @Override
    protected TierPolicyProvider provider() {
        return new LiquidityTierPolicyProvider();
    }

    /** Boundaries that the kit's market crosses, and a cadence at which it does so often. */
    @Override
    protected Settings settings() {
        return Settings.of(
                "tierPolicy.settings",
                Map.of(
                        "cadenceTicks", 20,
                        "windowCadences", 6,
                        "warmUpCadences", 2,
                        "persistCadences", 1,
                        "leastNotionalPerMinute.major", 12_000_000,
                        "leastNotionalPerMinute.middle", 9_000_000));
    }
}
