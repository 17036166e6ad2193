package pawl.kernel.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import pawl.api.plugin.Settings;
import pawl.api.storage.LogStore;
import pawl.api.storage.LogStoreProvider;
import pawl.api.storage.StorageException;
import pawl.kernel.archive.ReadableFolder;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginLoader;
import pawl.kernel.plugin.PluginLockException;

/** Opens data folders to look at them, through the storage plugin that lays them out as files. */
public final class DataReading {
    private static final String FILES = "storage-file";
    private static final Settings NO_SETTINGS = Settings.of("storage", Map.of());

    private DataReading() {}

    /** The folder's store; nothing in it can be changed through it, and compressed logs are seen as logs. */
    public static LogStore open(Path folder, Path plugins) throws PawlException, StorageException {
        return ReadableFolder.of(provider(plugins).openForReading(folder, NO_SETTINGS), folder);
    }

    /** The folder's store as an engine has it, so that none runs there while it is open. Compressed logs are seen as such. */
    public static LogStore hold(Path folder, Path plugins) throws PawlException, StorageException {
        if (!Files.isDirectory(folder)) {
            throw new PawlException(Kind.USAGE, folder + " is no folder; give the one that an engine wrote");
        }
        return provider(plugins).open(folder, NO_SETTINGS);
    }

    private static LogStoreProvider provider(Path plugins) throws PawlException {
        return (LogStoreProvider) files(plugins).provider();
    }

    /** The folder's store, to put something beside its logs; no engine may be at work there. Compressed logs are seen as logs. */
    public static LogStore openToAdd(Path folder, Path plugins) throws PawlException, StorageException {
        return ReadableFolder.of(hold(folder, plugins), folder);
    }

    private static LoadedPlugin files(Path plugins) throws PawlException {
        try {
            return PluginLoader.load(plugins)
                    .find(PluginKind.STORAGE, FILES)
                    .orElseThrow(() -> new PawlException(
                            Kind.USAGE, plugins + " has no plugin " + FILES + ", which reads data folders"));
        } catch (PluginLockException e) {
            throw new PawlException(Kind.USAGE, e);
        } catch (IOException e) {
            throw new PawlException(Kind.USAGE, plugins + " cannot be listed: " + e, e);
        }
    }
}
