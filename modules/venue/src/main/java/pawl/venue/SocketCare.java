package pawl.venue;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;

/** Takes in sockets and looks after them until their end. */
final class SocketCare {
    private final Vertx vertx;
    private final SocketRegistry sockets;
    private final SubscriptionDesk desk;
    private final Tally tally;
    private final VenueLimits limits;
    private final Runnable taken;

    /** @param taken called when a socket's queue has become shorter */
    SocketCare(
            Vertx vertx,
            SocketRegistry sockets,
            SubscriptionDesk desk,
            Tally tally,
            VenueLimits limits,
            Runnable taken) {
        this.vertx = vertx;
        this.sockets = sockets;
        this.desk = desk;
        this.tally = tally;
        this.limits = limits;
        this.taken = taken;
    }

    void take(int id, SocketPath path, NetSocket netSocket) {
        VenueSocket socket = new VenueSocket(id, path, netSocket, taken);
        sockets.add(socket);
        SocketVitals vitals = new SocketVitals(vertx, socket, tally, limits);
        socket.whenEnded(() -> {
            vitals.stop();
            sockets.remove(socket);
            taken.run();
        });
        FrameDecoder decoder = new FrameDecoder(new ClientTalk(socket, vitals, desk, tally, limits));
        netSocket.handler(buffer -> {
            if (socket.isOpen()) {
                decoder.read(buffer.getBytes());
                socket.restAfterRead(vertx);
            }
        });
        netSocket.exceptionHandler(failure -> socket.ended("broken: " + failure));
        netSocket.closeHandler(ignored -> socket.ended("gone"));
        vitals.start();
        desk.open(socket, path.streams());
    }
}
