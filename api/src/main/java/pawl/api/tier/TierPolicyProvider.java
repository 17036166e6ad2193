package pawl.api.tier;

import java.util.List;
import pawl.api.plugin.PluginProvider;
import pawl.api.plugin.Settings;

/** The service by which a tier-policy plugin is found. */
public interface TierPolicyProvider extends PluginProvider {
    /**
     * @param tiers as configured, the most liquid first; not empty
     * @throws pawl.api.plugin.SettingsException when a setting is unknown or out of range
     */
    TierPolicy create(List<Tier> tiers, Settings settings);
}
