package pawl.kernel.review;

import java.util.List;
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
import pawl.kernel.plugin.PluginSet;
import pawl.storage.ConfigurationFiles;
import pawl.storage.LogHeader;
import pawl.storage.LogIdentity;
import pawl.storage.PluginStamp;
import pawl.storage.StorageFormatException;

/**
 * Engines as the headers of a data folder describe them: its configuration, and the very plugins (D10). Exchange plugins may be other
 * builds, since nothing is decoded: the logs have the events.
 */
public final class RecordedPlans implements Reexecution.Plans {
    private final LogStore store;
    private final PluginSet plugins;

    public RecordedPlans(LogStore store, PluginSet plugins) {
        this.store = store;
        this.plugins = plugins;
    }

    @Override
    public EnginePlan of(String configurationSha256, LogHeader header) throws PawlException, StorageException {
        Configuration configuration = configuration(configurationSha256);
        EngineAssembly assembly =
                new EngineAssembly(configuration, plugins, header.identity().isSynthetic());
        List<String> missing = assembly.missingPlugins();
        if (!missing.isEmpty()) {
            throw new PawlException(Kind.USAGE, "cannot judge: " + String.join("; ", missing));
        }
        EnginePlan plan = assembly.plan();
        for (PluginStamp needed : header.identity().plugins()) {
            boolean isAsked = needed.kind() != PluginStamp.Kind.EXCHANGE;
            if (isAsked && !plan.identity().plugins().contains(needed)) {
                throw new PawlException(
                        Kind.USAGE,
                        "cannot judge: needs " + needed.id() + " " + needed.version() + " sha256:" + needed.sha256()
                                + "; put that very plugin into the plugins folder");
            }
        }
        return plan.withIdentity(new LogIdentity(
                configurationSha256,
                header.identity().plugins(),
                header.identity().isSynthetic()));
    }

    private Configuration configuration(String sha256) throws PawlException, StorageException {
        try {
            return ConfigurationReader.read(
                    "configuration/" + sha256 + ".json", ConfigurationFiles.read(store, sha256));
        } catch (ConfigurationException e) {
            throw new PawlException(Kind.BAD_DATA, e);
        } catch (StorageFormatException e) {
            throw new PawlException(Kind.BAD_DATA, e);
        }
    }
}
