package pawl.plugin.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pawl.api.storage.LogStore;
import pawl.api.storage.LogStoreProvider;
import pawl.api.storage.StorageException;
import pawl.storage.contract.LogStoreContract;

class MemoryLogStoreTest extends LogStoreContract {
    @Override
    protected LogStoreProvider provider() {
        return new MemoryLogStoreProvider();
    }

    @Test
    void hasAPermanentId() {
        assertThat(provider().id()).isEqualTo("storage-memory");
    }

    @Test
    void eachStoreIsItsOwn() throws StorageException {
        store.replace("a", bytes("x"), 0, 1);
        try (LogStore other = provider().open(folder, NO_SETTINGS)) {
            assertThat(other.exists("a")).isFalse();
        }
    }

    @Test
    void leavesTheFolderAlone() throws StorageException {
        store.replace("a", bytes("x"), 0, 1);
        assertThat(folder).isEmptyDirectory();
    }
}
