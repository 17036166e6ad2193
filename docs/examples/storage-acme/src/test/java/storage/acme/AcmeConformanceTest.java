package storage.acme;

import pawl.api.storage.LogStoreProvider;
import pawl.testkit.LogStoreContract;

/** The kit tries it in folders of its own. */
class AcmeConformanceTest extends LogStoreContract {
    @Override
    protected LogStoreProvider provider() {
        return new AcmeProvider();
    }
}
