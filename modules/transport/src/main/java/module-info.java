/**
 * The fence around sockets (E1.3, E12.4): whatever hears a venue hands over the feed's number, the arrival stamp and the bytes, and
 * knows nothing else. It requires no module of Pawl, not even the API, so that no state machine can ever be within its reach.
 */
@SuppressWarnings("module") // pawl.kernel is compiled later
module pawl.transport {
    requires io.vertx.core;
    requires io.vertx.web.client;
    requires io.vertx.web.common;
    requires static org.jspecify;

    exports pawl.transport to
            pawl.kernel;
}
