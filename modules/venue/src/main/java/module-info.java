/**
 * An exchange on this machine: it speaks Binance's wire protocol over WebSocket and REST, from a capture or a scenario, and misbehaves as it is told to.
 */
@SuppressWarnings("module") // pawl.cli is compiled later
module pawl.venue {
    requires io.netty.buffer; // named by the type of a socket's channel
    requires io.netty.common;
    requires io.netty.transport; // a TCP reset needs the socket's linger option
    requires io.vertx.core;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;
    requires static org.jspecify;

    exports pawl.venue to
            pawl.cli;
}
