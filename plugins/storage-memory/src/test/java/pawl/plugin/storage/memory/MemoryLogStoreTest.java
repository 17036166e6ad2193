package pawl.plugin.storage.memory;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pawl.api.plugin.Settings;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/** What is the memory store's own, besides what {@link MemoryStoreConformanceTest} holds it to. */
class MemoryLogStoreTest {
    private static final Settings NO_SETTINGS = Settings.of("storage.settings", Map.of());

    private final MemoryLogStoreProvider provider = new MemoryLogStoreProvider();

    @TempDir
    private Path folder;

    @Test
    void hasAPermanentId() {
        assertThat(provider.id()).isEqualTo("storage-memory");
    }

    @Test
    void eachStoreIsItsOwn() throws StorageException {
        try (LogStore store = provider.open(folder, NO_SETTINGS);
                LogStore other = provider.open(folder, NO_SETTINGS)) {
            store.replace("a", "x".getBytes(US_ASCII), 0, 1);
            assertThat(other.exists("a")).isFalse();
        }
    }

    @Test
    void leavesTheFolderAlone() throws StorageException {
        try (LogStore store = provider.open(folder, NO_SETTINGS)) {
            store.replace("a", "x".getBytes(US_ASCII), 0, 1);
            assertThat(folder).isEmptyDirectory();
        }
    }
}
