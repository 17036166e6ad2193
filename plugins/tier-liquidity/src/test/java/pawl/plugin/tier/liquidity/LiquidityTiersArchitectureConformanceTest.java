package pawl.plugin.tier.liquidity;

import pawl.api.plugin.PluginProvider;
import pawl.testkit.PluginArchitectureContract;

/** The plugin's own classes, held to the rules of a plugin's architecture. */
class LiquidityTiersArchitectureConformanceTest extends PluginArchitectureContract {
    @Override
    protected PluginProvider provider() {
        return new LiquidityTierPolicyProvider();
    }
}
