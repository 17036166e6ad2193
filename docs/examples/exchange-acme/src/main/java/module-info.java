/** The exchange Acme: its frames as canonical events, and how it is listened to. */
module exchange.acme {
    requires pawl.api;
    requires pawl.json;

    provides pawl.api.exchange.ExchangeAdapterProvider with exchange.acme.AcmeProvider;
}
