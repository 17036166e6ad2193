package pawl.venue;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;

/** The pings of one socket, and the end of its life; by real time. */
final class SocketVitals {
    private final Vertx vertx;
    private final VenueSocket socket;
    private final Tally tally;
    private final VenueLimits limits;
    private long pingTimer = -1;
    private long lifeTimer = -1;
    private long pongTimer = -1;

    SocketVitals(Vertx vertx, VenueSocket socket, Tally tally, VenueLimits limits) {
        this.vertx = vertx;
        this.socket = socket;
        this.tally = tally;
        this.limits = limits;
    }

    void start() {
        pingTimer = vertx.setPeriodic(limits.pingInterval().toMillis(), ignored -> ping());
        lifeTimer = vertx.setTimer(limits.connectionLife().toMillis(), ignored -> {
            tally.limitBroken("connection-life");
            socket.close(1_001, "the connection has reached its age");
        });
    }

    void stop() {
        vertx.cancelTimer(pingTimer);
        vertx.cancelTimer(lifeTimer);
        vertx.cancelTimer(pongTimer);
    }

    /** Whatever it carries, as unsolicited ones are allowed. */
    void pong() {
        vertx.cancelTimer(pongTimer);
        pongTimer = -1;
    }

    private void ping() {
        tally.ping();
        socket.control(
                SocketOutput.PING, Long.toString(System.currentTimeMillis()).getBytes(StandardCharsets.UTF_8));
        if (pongTimer < 0) {
            pongTimer = vertx.setTimer(limits.pongTimeout().toMillis(), ignored -> {
                tally.limitBroken("pong-timeout");
                socket.close(1_008, "Pong timeout");
            });
        }
    }
}
