package pawl.plugin.storage.memory;

import java.util.Map;
import pawl.api.storage.LogStoreProvider;
import pawl.testkit.LogStoreContract;

/** The store, held to the contract of every storage plugin. */
class MemoryStoreConformanceTest extends LogStoreContract {
    @Override
    protected LogStoreProvider provider() {
        return new MemoryLogStoreProvider();
    }

    @Override
    protected Map<String, String> notApplicable() {
        return Map.of(
                "ST-19", "what it holds goes with it",
                "ST-20", "each opening is a store of its own",
                "ST-21", "each opening is a store of its own",
                "ST-22", "it looks at no folder",
                "ST-23", "it looks at no folder");
    }
}
