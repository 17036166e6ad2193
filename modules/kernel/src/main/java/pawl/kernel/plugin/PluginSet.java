package pawl.kernel.plugin;

import java.util.List;
import java.util.Optional;

/** What a plugins folder holds, in order of id and of location. */
public record PluginSet(List<LoadedPlugin> plugins, List<RefusedPlugin> refused, List<PluginWarning> warnings) {

    public PluginSet {
        plugins = List.copyOf(plugins);
        refused = List.copyOf(refused);
        warnings = List.copyOf(warnings);
    }

    /** Without warnings. */
    public PluginSet(List<LoadedPlugin> plugins, List<RefusedPlugin> refused) {
        this(plugins, refused, List.of());
    }

    /** The plugin of that kind and id, if it is here. */
    public Optional<LoadedPlugin> find(PluginKind kind, String id) {
        return plugins.stream()
                .filter(plugin -> plugin.kind() == kind && plugin.id().equals(id))
                .findFirst();
    }
}
