package pawl.kernel.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import pawl.api.plugin.Settings;
import pawl.api.storage.LogStore;
import pawl.api.storage.LogStoreProvider;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginLoader;
import pawl.kernel.plugin.PluginLockException;

/** Opens data folders to look at them, through the storage plugin that lays them out as files. */
public final class DataReading {
    private static final String FILES = "storage-file";

    private DataReading() {}

    /** The folder's store; nothing in it can be changed through it. */
    public static LogStore open(Path folder, Path plugins) throws PawlException, StorageException {
        LogStoreProvider provider = (LogStoreProvider) files(plugins).provider();
        return provider.openForReading(folder, Settings.of("storage", Map.of()));
    }

    /** The folder's store, to put something beside its logs; no engine may be at work there. */
    public static LogStore openToAdd(Path folder, Path plugins) throws PawlException, StorageException {
        if (!Files.isDirectory(folder)) {
            throw new PawlException(Kind.USAGE, "there is no data folder " + folder);
        }
        LogStoreProvider provider = (LogStoreProvider) files(plugins).provider();
        return provider.open(folder, Settings.of("storage", Map.of()));
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
