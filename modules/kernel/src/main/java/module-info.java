/**
 * The kernel: it loads plugins, drives the clock and runs the six steps of a tick (E2.2, E12.4), and offers the commands' side of the
 * house one small façade: the package {@code pawl.kernel} has its entries, {@code pawl.kernel.contract} what is asked and answered. It alone sees every layer, and passes values along between them; none of
 * them sees another.
 *
 * @uses pawl.api.exchange.ExchangeAdapterProvider
 * @uses pawl.api.feature.FeatureExtractorProvider
 * @uses pawl.api.tier.TierPolicyProvider
 * @uses pawl.api.storage.LogStoreProvider
 */
@SuppressWarnings("module") // pawl.cli is compiled later
module pawl.kernel {
    requires pawl.api;
    requires pawl.canonical;
    requires pawl.capture;
    requires pawl.config;
    requires pawl.feature;
    requires pawl.fsm;
    requires pawl.seal;
    requires pawl.storage;
    requires pawl.transport;
    requires static org.jspecify;

    exports pawl.kernel to
            pawl.cli;
    exports pawl.kernel.contract to
            pawl.cli;

    uses pawl.api.exchange.ExchangeAdapterProvider;
    uses pawl.api.feature.FeatureExtractorProvider;
    uses pawl.api.tier.TierPolicyProvider;
    uses pawl.api.storage.LogStoreProvider;
}
