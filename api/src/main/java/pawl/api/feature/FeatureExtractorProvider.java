package pawl.api.feature;

import java.util.List;
import pawl.api.plugin.PluginProvider;
import pawl.api.plugin.Settings;

/** The service by which a feature plugin is found. */
public interface FeatureExtractorProvider extends PluginProvider {
    /**
     * An extractor. Several may be made and asked about the same token: they must agree, since what is remembered lies in the block.
     *
     * @param venues names in order of priority; an event's venue index is a position in it
     * @throws pawl.api.plugin.SettingsException when a setting is unknown or out of range
     */
    FeatureExtractor create(List<String> venues, Settings settings);
}
