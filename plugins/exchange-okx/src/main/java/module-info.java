/**
 * The exchange adapter for OKX swaps (v5): the bytes of its channels and REST bodies to canonical events, without a socket.
 *
 * <p>It exports nothing; the engine finds it as a service.
 *
 * @provides pawl.api.exchange.ExchangeAdapterProvider for the venue {@code okx}
 */
module pawl.plugin.exchange.okx {
    requires pawl.api;
    requires pawl.json;
    requires static org.jspecify;

    provides pawl.api.exchange.ExchangeAdapterProvider with
            pawl.plugin.exchange.okx.OkxProvider;
}
