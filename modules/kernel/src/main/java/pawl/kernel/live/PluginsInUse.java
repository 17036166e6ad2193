package pawl.kernel.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pawl.capture.CaptureException;
import pawl.capture.CapturedPlugins;
import pawl.config.Configuration;
import pawl.config.VenueConfiguration;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginCopy;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginRefusedException;
import pawl.kernel.plugin.PluginSet;

/**
 * The exchange plugins of a run that can be reloaded, by id, each as a copy that nobody changes: whatever is written into the plugins
 * folder, the run has what it began with until it is told to take something else.
 */
final class PluginsInUse {
    private final TreeMap<String, PluginCopy> copies = new TreeMap<>();
    private final List<PluginCopy> ever = new ArrayList<>();

    PluginsInUse() {}

    /** The plugins with those that the configuration's venues name replaced by copies, which are in use from now on. */
    PluginSet copyOf(PluginSet plugins, Configuration configuration) throws PawlException {
        Map<String, LoadedPlugin> replaced = new TreeMap<>();
        for (VenueConfiguration venue : configuration.venues()) {
            Optional<LoadedPlugin> plugin =
                    plugins.find(PluginKind.EXCHANGE, venue.adapter().id());
            if (plugin.isPresent() && !copies.containsKey(plugin.get().id())) {
                PluginCopy copy = copy(plugin.get());
                use(copy);
                replaced.put(copy.plugin().id(), copy.plugin());
            }
        }
        return new PluginSet(
                plugins.plugins().stream()
                        .map(plugin -> plugin.kind() == PluginKind.EXCHANGE
                                ? replaced.getOrDefault(plugin.id(), plugin)
                                : plugin)
                        .toList(),
                plugins.refused(),
                plugins.warnings());
    }

    /** @throws PawlException with one line that says why there is none */
    static PluginCopy copy(LoadedPlugin plugin) throws PawlException {
        try {
            return PluginCopy.of(plugin);
        } catch (IOException | PluginRefusedException e) {
            throw new PawlException(Kind.USAGE, "plugin " + plugin.id() + " cannot be copied: " + e.getMessage(), e);
        }
    }

    /** The copy is what its plugin's id stands for from now on. */
    void use(PluginCopy copy) {
        copies.put(copy.plugin().id(), copy);
        ever.add(copy);
    }

    void remove(String id) {
        copies.remove(id);
    }

    Optional<PluginCopy> find(String id) {
        return Optional.ofNullable(copies.get(id));
    }

    /** So that the recording can be replayed whatever becomes of the plugins folder: all that ever decoded its frames, and the next. */
    void keepIn(Path capture, PluginCopy next) throws PawlException {
        try {
            for (PluginCopy copy : ever) {
                CapturedPlugins.keep(capture, copy.plugin().sha256(), copy.jars());
            }
            CapturedPlugins.keep(capture, next.plugin().sha256(), next.jars());
        } catch (CaptureException e) {
            throw new PawlException(Kind.USAGE, e);
        }
    }
}
