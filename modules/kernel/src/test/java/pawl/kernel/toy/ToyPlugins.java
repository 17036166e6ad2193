package pawl.kernel.toy;

import java.nio.file.Path;
import java.util.List;
import pawl.api.event.EventView;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.api.feature.FeatureExtractor;
import pawl.api.feature.FeatureExtractorProvider;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.PluginProvider;
import pawl.api.plugin.Settings;
import pawl.api.plugin.StateBlock;
import pawl.api.storage.LogStore;
import pawl.api.storage.LogStoreProvider;
import pawl.api.tier.Tier;
import pawl.api.tier.TierPolicy;
import pawl.api.tier.TierPolicyProvider;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginSet;

/** The toys as plugins that were loaded from nowhere. */
public final class ToyPlugins {
    private ToyPlugins() {}

    /** One of each kind; the storage plugin gives always the same store. */
    public static PluginSet all(LogStore store) {
        return new PluginSet(
                List.of(
                        loaded(PluginKind.EXCHANGE, new Exchange()),
                        loaded(PluginKind.FEATURE, new Features()),
                        loaded(PluginKind.STORAGE, new Storage(store)),
                        loaded(PluginKind.TIER, new Tiers())),
                List.of());
    }

    private static LoadedPlugin loaded(PluginKind kind, PluginProvider provider) {
        String sha256 = Integer.toString(kind.ordinal()).repeat(64);
        return new LoadedPlugin(provider.id(), kind, provider, "1." + kind.ordinal(), sha256, Path.of(provider.id()));
    }

    private static final class Exchange implements ExchangeAdapterProvider {
        @Override
        public String id() {
            return "exchange-toy";
        }

        @Override
        public String venue() {
            return "toy";
        }

        @Override
        public ExchangeAdapter create(List<Instrument> instruments, Settings settings) {
            settings.allowOnly();
            return new ToyAdapter(instruments);
        }

        @Override
        public InstrumentSurveyor surveyor() {
            return new ToySurveyor();
        }
    }

    private static final class Features implements FeatureExtractorProvider {
        @Override
        public String id() {
            return "feature-toy";
        }

        @Override
        public FeatureExtractor create(List<String> venues, Settings settings) {
            settings.allowOnly("window");
            return switch ((int) settings.whole("window", 4, 1, 100)) {
                case 13 -> throw new IllegalStateException("13 brings bad luck");
                case 14 -> throw new NoClassDefFoundError("gone");
                case 15 -> nothing();
                case 16 -> new Boundless();
                default -> new ToyFeatures();
            };
        }

        @SuppressWarnings("NullAway") // What the contract forbids, and a plugin may do.
        private static FeatureExtractor nothing() {
            return null;
        }
    }

    /** Keeps fewer words than none. */
    private static final class Boundless implements FeatureExtractor {
        @Override
        public int stateWords() {
            return -1;
        }

        @Override
        public void extract(Token token, long tick, EventView events, StateBlock state, FeatureFrame frame) {}

        @Override
        public void restart(Token token, long tick, StateBlock state) {}
    }

    private static final class Tiers implements TierPolicyProvider {
        @Override
        public String id() {
            return "tier-toy";
        }

        @Override
        public TierPolicy create(List<Tier> tiers, Settings settings) {
            return new ToyTiers();
        }
    }

    private record Storage(LogStore store) implements LogStoreProvider {
        @Override
        public String id() {
            return "storage-toy";
        }

        @Override
        public LogStore open(Path folder, Settings settings) {
            settings.allowOnly("compression");
            return store;
        }

        @Override
        public LogStore openForReading(Path folder, Settings settings) {
            return store;
        }
    }
}
