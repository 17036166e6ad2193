package pawl.kernel.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pawl.api.plugin.Settings;
import pawl.api.plugin.SettingsException;
import pawl.api.storage.LogStore;
import pawl.api.storage.LogStoreProvider;
import pawl.api.storage.StorageException;
import pawl.config.Configuration;
import pawl.kernel.archive.ReadableFolder;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginSet;
import pawl.storage.ConfigurationFiles;

/** Where a run's logs go: the configured store on the folder asked for, or memory where none was. */
public final class DataFolder {
    private static final String MEMORY = "storage-memory";

    private DataFolder() {}

    /** @throws PawlException when a folder that is not to be continued holds logs, or one that is holds none */
    public static LogStore open(Optional<Path> data, boolean resumes, Configuration configuration, PluginSet plugins)
            throws PawlException, StorageException {
        if (data.isEmpty()) {
            if (resumes) {
                throw new PawlException(
                        Kind.USAGE, "there is nothing to resume without a data folder; name it with --data");
            }
            return provider(plugins, MEMORY).open(Path.of(""), Settings.of("storage", Map.of()));
        }
        Path folder = data.get();
        LogStore store = ReadableFolder.of(store(folder, configuration, plugins), folder);
        boolean holdsLogs =
                !store.list("ticks").isEmpty() || !store.list("logs").isEmpty();
        // Of a run that was killed before it had written any; it is there under its configuration.
        boolean wasBegun = !store.list("configuration").isEmpty();
        if (holdsLogs == resumes || (resumes && wasBegun)) {
            return store;
        }
        store.close();
        throw new PawlException(
                Kind.USAGE,
                holdsLogs
                        ? folder + " holds logs already; name an empty folder, or continue them with --resume"
                        : folder + " holds no logs to resume; leave out --resume to begin there");
    }

    private static LogStore store(Path folder, Configuration configuration, PluginSet plugins)
            throws PawlException, StorageException {
        LogStoreProvider provider = provider(plugins, configuration.storage().id());
        try {
            return provider.open(folder, configuration.storage().settings());
        } catch (SettingsException e) {
            throw new PawlException(Kind.USAGE, configuration.origin().file() + ": " + e.getMessage(), e);
        }
    }

    private static LogStoreProvider provider(PluginSet plugins, String id) throws PawlException {
        List<LoadedPlugin> found = plugins.find(PluginKind.STORAGE, id).stream().toList();
        if (found.isEmpty()) {
            throw new PawlException(Kind.USAGE, "the plugins folder has no " + id + ", which this run needs");
        }
        return (LogStoreProvider) found.getFirst().provider();
    }

    /** Keeps the configuration beside the logs under its hash (D10). */
    public static void keepConfiguration(LogStore store, Configuration configuration) throws StorageException {
        ConfigurationFiles.write(store, configuration.canonicalJson());
    }
}
