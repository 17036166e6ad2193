/**
 * The exchange adapter for Binance USD-M futures: the bytes of its streams and polls to canonical events, without a socket.
 *
 * <p>It exports nothing; the engine finds it as a service. Stream messages, the hot path, are read with {@code pawl.json}; the
 * rare REST bodies go through Jackson, which builds their records by reflection and so needs their package opened to it.
 * MapStruct, an automatic module, is needed to compile only.
 *
 * @provides pawl.api.exchange.ExchangeAdapterProvider for the venue {@code binance}
 */
@SuppressWarnings("requires-automatic")
module pawl.plugin.exchange.binance {
    requires pawl.api;
    requires pawl.json;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires static org.jspecify;
    requires static org.mapstruct;

    opens pawl.plugin.exchange.binance.rest to
            tools.jackson.databind;

    provides pawl.api.exchange.ExchangeAdapterProvider with
            pawl.plugin.exchange.binance.BinanceProvider;
}
