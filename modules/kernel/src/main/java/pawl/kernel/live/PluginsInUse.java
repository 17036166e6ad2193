package pawl.kernel.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pawl.capture.CaptureException;
import pawl.capture.CapturedPlugins;
import pawl.config.Configuration;
import pawl.config.PluginUse;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginCopy;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginRefusedException;
import pawl.kernel.plugin.PluginSet;

/**
 * The plugins of a run that can be reloaded, as copies that nobody changes: whatever is written into the plugins folder, the run has what it
 * began with until it is told to take something else. Those of exchanges are known by id.
 */
final class PluginsInUse {
    private final TreeMap<String, PluginCopy> copies = new TreeMap<>();
    private final List<PluginCopy> ever = new ArrayList<>();

    PluginsInUse() {}

    /** The plugins with those that the configuration names replaced by copies; those of its venues are in use from now on. */
    PluginSet copyOf(PluginSet plugins, Configuration configuration) throws PawlException {
        Set<String> used =
                configuration.pluginUses().stream().map(PluginUse::id).collect(Collectors.toSet());
        List<LoadedPlugin> replaced = new ArrayList<>();
        for (LoadedPlugin plugin : plugins.plugins()) {
            if (!used.contains(plugin.id())) {
                replaced.add(plugin);
                continue;
            }
            PluginCopy copy = copy(plugin);
            replaced.add(copy.plugin());
            if (plugin.kind() == PluginKind.EXCHANGE) {
                use(copy);
            }
        }
        return new PluginSet(replaced, plugins.refused(), plugins.warnings());
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
