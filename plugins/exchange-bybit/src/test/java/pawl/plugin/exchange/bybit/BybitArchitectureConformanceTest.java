package pawl.plugin.exchange.bybit;

import pawl.api.plugin.PluginProvider;
import pawl.testkit.PluginArchitectureContract;

/** The plugin's own classes, held to the rules of a plugin's architecture. */
class BybitArchitectureConformanceTest extends PluginArchitectureContract {
    @Override
    protected PluginProvider provider() {
        return new BybitProvider();
    }
}
