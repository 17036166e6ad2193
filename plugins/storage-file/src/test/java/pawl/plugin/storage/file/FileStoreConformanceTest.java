package pawl.plugin.storage.file;

import pawl.api.storage.LogStoreProvider;
import pawl.testkit.LogStoreContract;

/** The store, held to the contract of every storage plugin. */
class FileStoreConformanceTest extends LogStoreContract {
    @Override
    protected LogStoreProvider provider() {
        return new FileLogStoreProvider();
    }
}
