package pawl.kernel.plugin;

import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.feature.FeatureExtractorProvider;
import pawl.api.plugin.PluginProvider;
import pawl.api.storage.LogStoreProvider;
import pawl.api.tier.TierPolicyProvider;

/** The kinds of plugin (D11), each with the service that it provides. */
public enum PluginKind {
    EXCHANGE("exchange", ExchangeAdapterProvider.class),
    FEATURE("feature", FeatureExtractorProvider.class),
    TIER("tier", TierPolicyProvider.class),
    STORAGE("storage", LogStoreProvider.class);

    private final String prefix;
    private final Class<? extends PluginProvider> service;

    PluginKind(String prefix, Class<? extends PluginProvider> service) {
        this.prefix = prefix;
        this.service = service;
    }

    /** What ids of this kind start with, before a hyphen. */
    public String prefix() {
        return prefix;
    }

    public Class<? extends PluginProvider> service() {
        return service;
    }
}
