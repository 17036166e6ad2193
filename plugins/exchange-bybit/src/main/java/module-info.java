/**
 * The exchange adapter for Bybit's linear contracts (v5): the bytes of its topics and REST bodies to canonical events, without a
 * socket. It exports nothing; the engine finds it as a service.
 *
 * @provides pawl.api.exchange.ExchangeAdapterProvider for the venue {@code bybit}
 */
module pawl.plugin.exchange.bybit {
    requires pawl.api;
    requires pawl.json;

    provides pawl.api.exchange.ExchangeAdapterProvider with
            pawl.plugin.exchange.bybit.BybitProvider;
}
