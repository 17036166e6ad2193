package pawl.config;

import pawl.api.plugin.Settings;

/**
 * A plugin by its id, and what it is to be created with. The settings are not checked: only the plugin knows what it takes.
 *
 * @param path where the id stands in the configuration
 */
public record PluginChoice(String path, String id, Settings settings) {}
