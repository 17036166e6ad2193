package pawl.plugin.storage.file;

import java.nio.file.Path;
import pawl.api.plugin.Settings;
import pawl.api.storage.LogStore;
import pawl.api.storage.LogStoreProvider;
import pawl.api.storage.StorageException;

/** Files in a folder. It has no settings. */
public final class FileLogStoreProvider implements LogStoreProvider {
    public FileLogStoreProvider() {}

    @Override
    public String id() {
        return "storage-file";
    }

    @Override
    public LogStore open(Path folder, Settings settings) throws StorageException {
        settings.allowOnly();
        return FileLogStore.forEngine(folder);
    }

    @Override
    public LogStore openForReading(Path folder, Settings settings) throws StorageException {
        settings.allowOnly();
        return FileLogStore.forReading(folder);
    }
}
