/**
 * The exchange adapter for Hyperliquid's perpetuals: the bytes of its trades and best quotes to canonical events, without a socket.
 * It exports nothing; the engine finds it as a service.
 *
 * @provides pawl.api.exchange.ExchangeAdapterProvider for the venue {@code hyperliquid}
 */
module pawl.plugin.exchange.hyperliquid {
    requires pawl.api;
    requires pawl.json;

    provides pawl.api.exchange.ExchangeAdapterProvider with
            pawl.plugin.exchange.hyperliquid.HyperliquidProvider;
}
