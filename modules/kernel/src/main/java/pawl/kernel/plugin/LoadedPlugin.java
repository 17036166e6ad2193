package pawl.kernel.plugin;

import java.nio.file.Path;
import pawl.api.plugin.PluginProvider;

/**
 * A plugin that may be used.
 *
 * @param version of its module; {@code unversioned} where its jar names none
 * @param sha256 over its files: of the text that {@code sha256sum} prints for them in order of name
 * @param location its folder or jar
 */
public record LoadedPlugin(
        String id, PluginKind kind, PluginProvider provider, String version, String sha256, Path location) {}
