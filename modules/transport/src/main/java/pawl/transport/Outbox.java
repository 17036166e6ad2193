package pawl.transport;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Sends on one socket, as often as the venue allows. */
final class Outbox {
    // The library answers pings by itself, at once; what is sent here leaves room for that.
    private static final int KEPT_BY_REQUESTS = 2;
    private static final int KEPT_BY_PINGS = 1;

    private final WebSocket socket;
    private final SlidingBudget budget;
    private final Optional<String> pingText;

    Outbox(WebSocket socket, int messagesPerSecond, Optional<String> pingText) {
        this.socket = socket;
        this.budget = new SlidingBudget(messagesPerSecond, TimeUnit.SECONDS.toNanos(1));
        this.pingText = pingText;
    }

    boolean trySend(String text) {
        if (!budget.tryTake(1, KEPT_BY_REQUESTS, System.nanoTime())) {
            return false;
        }
        socket.writeTextMessage(text);
        return true;
    }

    boolean tryPing() {
        if (!budget.tryTake(1, KEPT_BY_PINGS, System.nanoTime())) {
            return false;
        }
        if (pingText.isPresent()) {
            socket.writeTextMessage(pingText.get());
        } else {
            socket.writePing(Buffer.buffer());
        }
        return true;
    }

    void pongWasSent() {
        budget.charge(1, System.nanoTime());
    }
}
