package storage.acme;

import java.nio.file.Path;
import pawl.api.plugin.Settings;
import pawl.api.storage.LogStore;
import pawl.api.storage.LogStoreProvider;
import pawl.api.storage.StorageException;

/** How the engine finds the plugin. It has no settings. */
public final class AcmeProvider implements LogStoreProvider {
    /** For ServiceLoader. */
    public AcmeProvider() {}

    @Override
    public String id() {
        return "storage-acme";
    }

    @Override
    public LogStore open(Path folder, Settings settings) throws StorageException {
        settings.allowOnly();
        return AcmeStore.forEngine(folder);
    }

    @Override
    public LogStore openForReading(Path folder, Settings settings) throws StorageException {
        settings.allowOnly();
        return AcmeStore.forReading(folder);
    }
}
