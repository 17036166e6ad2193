package pawl.api.storage;

import java.nio.file.Path;
import pawl.api.plugin.PluginProvider;
import pawl.api.plugin.Settings;

/** The service by which a storage plugin is found. */
public interface LogStoreProvider extends PluginProvider {
    /**
     * Opens the store for one engine.
     *
     * @param folder where the user wants the data; a store that keeps none on disk passes it over
     * @throws StorageException with {@link StorageException.Kind#LOCKED} when another engine has it
     * @throws pawl.api.plugin.SettingsException when a setting is unknown or out of range
     */
    LogStore open(Path folder, Settings settings) throws StorageException;

    /**
     * Opens the store to look at it, while an engine may be writing there. It takes no lock and changes nothing: whatever would
     * write throws {@link StorageException.Kind#READ_ONLY}, as does opening a segment that is not there.
     *
     * @throws StorageException with {@link StorageException.Kind#BAD_NAME} when there is no such folder
     * @throws pawl.api.plugin.SettingsException when a setting is unknown or out of range
     */
    LogStore openForReading(Path folder, Settings settings) throws StorageException;
}
