package pawl.plugin.storage.memory;

import java.nio.file.Path;
import pawl.api.plugin.Settings;
import pawl.api.storage.LogStore;
import pawl.api.storage.LogStoreProvider;

/** A new and empty store each time; what it holds is gone with it. It has no settings. */
public final class MemoryLogStoreProvider implements LogStoreProvider {
    public MemoryLogStoreProvider() {}

    @Override
    public String id() {
        return "storage-memory";
    }

    @Override
    public LogStore open(Path folder, Settings settings) {
        settings.allowOnly();
        return new MemoryLogStore(true);
    }

    /** There is nothing to look at: an engine's store is reached by that engine only. */
    @Override
    public LogStore openForReading(Path folder, Settings settings) {
        settings.allowOnly();
        return new MemoryLogStore(false);
    }
}
