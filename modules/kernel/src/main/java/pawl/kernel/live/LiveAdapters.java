package pawl.kernel.live;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import pawl.api.exchange.ExchangeAdapter;
import pawl.kernel.engine.AdapterSource;

/** The adapters that were made for a run before the engine is told of them. Any thread. */
final class LiveAdapters implements AdapterSource {
    private record Key(int venueIndex, String sha256) {}

    private final Map<Key, ExchangeAdapter> adapters = new ConcurrentHashMap<>();

    LiveAdapters() {}

    void put(int venueIndex, String sha256, ExchangeAdapter adapter) {
        adapters.put(new Key(venueIndex, sha256), adapter);
    }

    @Override
    public Optional<ExchangeAdapter> adapterOf(int venueIndex, String sha256) {
        return Optional.ofNullable(adapters.get(new Key(venueIndex, sha256)));
    }
}
