package pawl.plugin.tier.fixed;

import pawl.api.tier.TierPolicyProvider;
import pawl.testkit.TierPolicyContract;

/** The policy, held to the contract of every tier plugin. */
class StaticTiersConformanceTest extends TierPolicyContract {
    @Override
    protected TierPolicyProvider provider() {
        return new StaticTierPolicyProvider();
    }
}
