package pawl.plugin.feature.standard;

import pawl.api.plugin.PluginProvider;
import pawl.testkit.PluginArchitectureContract;

/** The plugin's own classes, held to the rules of a plugin's architecture. */
class StandardFeaturesArchitectureConformanceTest extends PluginArchitectureContract {
    @Override
    protected PluginProvider provider() {
        return new StandardFeatureExtractorProvider();
    }
}
