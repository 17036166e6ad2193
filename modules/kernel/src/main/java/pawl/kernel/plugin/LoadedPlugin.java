package pawl.kernel.plugin;

import java.nio.file.Path;
import java.util.Optional;
import pawl.api.plugin.PluginProvider;

/**
 * A plugin that may be used.
 *
 * @param version of its module; {@code unversioned} where its jar names none
 * @param sha256 over its files: of the text that {@code sha256sum} prints for them in order of name
 * @param location its folder, jar or packed file
 * @param api the versions of the API that it runs on, where its module states one
 */
public record LoadedPlugin(
        String id,
        PluginKind kind,
        PluginProvider provider,
        String version,
        String sha256,
        Path location,
        Optional<ApiRange> api) {

    /** Of a plugin that does not state which API it was built for. */
    public LoadedPlugin(
            String id, PluginKind kind, PluginProvider provider, String version, String sha256, Path location) {
        this(id, kind, provider, version, sha256, location, Optional.empty());
    }
}
