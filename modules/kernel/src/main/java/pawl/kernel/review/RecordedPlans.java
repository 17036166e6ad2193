package pawl.kernel.review;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.config.Configuration;
import pawl.config.ConfigurationException;
import pawl.config.ConfigurationReader;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.engine.EngineAssembly;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.engine.Reexecution;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginSet;
import pawl.storage.ConfigurationFiles;
import pawl.storage.LogHeader;
import pawl.storage.LogIdentity;
import pawl.storage.PluginStamp;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/**
 * Engines as the headers of a data folder describe them: its configuration, and the very plugins (D10). Exchange and storage plugins may
 * be other builds, since nothing is decoded or laid out again: the logs have the events.
 */
public final class RecordedPlans implements Reexecution.Plans {
    private final LogStore store;
    private final PluginSet plugins;
    private final Set<String> otherBuilds = new LinkedHashSet<>();

    public RecordedPlans(LogStore store, PluginSet plugins) {
        this.store = store;
        this.plugins = plugins;
    }

    @Override
    public EnginePlan of(String configurationSha256, LogHeader header) throws PawlException, StorageException {
        for (PluginStamp needed : header.identity().plugins()) {
            requireHere(needed);
        }
        Configuration configuration = configuration(configurationSha256);
        EngineAssembly assembly =
                new EngineAssembly(configuration, plugins, header.identity().isSynthetic());
        List<String> missing = assembly.missingPlugins();
        if (!missing.isEmpty()) {
            throw new PawlException(Kind.CANNOT_JUDGE, "cannot judge: " + String.join("; ", missing));
        }
        return assembly.plan()
                .withIdentity(new LogIdentity(
                        configurationSha256,
                        header.identity().plugins(),
                        header.identity().isSynthetic()));
    }

    /** Plugins of the headers that are here as other builds, and take no part in running inputs again; a line each. */
    public List<String> otherBuilds() {
        return List.copyOf(otherBuilds);
    }

    private void requireHere(PluginStamp needed) throws PawlException {
        String name = needed.id() + " " + needed.version() + " sha256:" + needed.sha256();
        Optional<LoadedPlugin> here = plugins.find(kind(needed.kind()), needed.id());
        boolean isVery = here.filter(plugin -> plugin.sha256().equals(needed.sha256())
                        && plugin.version().equals(needed.version()))
                .isPresent();
        boolean takesPart = needed.kind() == PluginStamp.Kind.FEATURE || needed.kind() == PluginStamp.Kind.TIER;
        if (!isVery && takesPart) {
            throw new PawlException(
                    Kind.CANNOT_JUDGE,
                    "cannot judge: needs " + name + "; put that very plugin into the plugins folder");
        }
        if (!isVery && here.isPresent()) {
            otherBuilds.add("made with " + name + ", here is " + here.get().version() + " sha256:"
                    + here.get().sha256() + ", which takes no part");
        }
    }

    private static PluginKind kind(PluginStamp.Kind kind) {
        return switch (kind) {
            case EXCHANGE -> PluginKind.EXCHANGE;
            case FEATURE -> PluginKind.FEATURE;
            case TIER -> PluginKind.TIER;
            case STORAGE -> PluginKind.STORAGE;
        };
    }

    private Configuration configuration(String sha256) throws PawlException, StorageException {
        String name = new StoreName.Configuration(sha256).text();
        if (!store.exists(name)) {
            throw new PawlException(
                    Kind.CANNOT_JUDGE, "cannot judge: needs " + name + "; bring it there from the run's folder");
        }
        try {
            return ConfigurationReader.read(name, ConfigurationFiles.read(store, sha256));
        } catch (ConfigurationException e) {
            throw new PawlException(Kind.BAD_DATA, e);
        } catch (StorageFormatException e) {
            throw new PawlException(Kind.BAD_DATA, e);
        }
    }
}
