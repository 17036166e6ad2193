package pawl.transport;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.ext.web.client.WebClient;

/** What every part of a transport shares. */
record Wiring(
        Vertx vertx,
        WebSocketClient socketClient,
        WebClient webClient,
        Outlet outlet,
        Room room,
        TransportSettings settings) {
    Wiring with(Outlet other) {
        return new Wiring(vertx, socketClient, webClient, other, room, settings);
    }
}
