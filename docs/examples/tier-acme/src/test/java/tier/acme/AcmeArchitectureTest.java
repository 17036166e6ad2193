package tier.acme;

import pawl.api.plugin.PluginProvider;
import pawl.testkit.PluginArchitectureContract;

/** What the plugin's classes must not touch. */
class AcmeArchitectureTest extends PluginArchitectureContract {
    @Override
    protected PluginProvider provider() {
        return new AcmeProvider();
    }
}
