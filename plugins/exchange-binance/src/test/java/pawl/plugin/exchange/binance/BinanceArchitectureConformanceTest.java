package pawl.plugin.exchange.binance;

import pawl.api.plugin.PluginProvider;
import pawl.testkit.PluginArchitectureContract;

/** The plugin's own classes, held to the rules of a plugin's architecture. */
class BinanceArchitectureConformanceTest extends PluginArchitectureContract {
    @Override
    protected PluginProvider provider() {
        return new BinanceProvider();
    }
}
