/**
 * The exchange adapter for Gate perpetual futures settled in USDT: the bytes of its channels to canonical events, without a socket.
 *
 * <p>It exports nothing; the engine finds it as a service.
 *
 * @provides pawl.api.exchange.ExchangeAdapterProvider for the venue {@code gate}
 */
module pawl.plugin.exchange.gate {
    requires pawl.api;
    requires pawl.json;
    requires static org.jspecify;

    provides pawl.api.exchange.ExchangeAdapterProvider with
            pawl.plugin.exchange.gate.GateProvider;
}
