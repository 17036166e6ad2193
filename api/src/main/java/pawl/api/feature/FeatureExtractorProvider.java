package pawl.api.feature;

import pawl.api.plugin.PluginProvider;
import pawl.api.plugin.Settings;

/** The service by which a feature plugin is found. */
public interface FeatureExtractorProvider extends PluginProvider {
    /** @throws pawl.api.plugin.SettingsException when a setting is unknown or out of range */
    FeatureExtractor create(Settings settings);
}
