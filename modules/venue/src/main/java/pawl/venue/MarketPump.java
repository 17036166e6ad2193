package pawl.venue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets the source's items out when the market's time has come to them, and does what is on the agenda in between. On the event loop
 * alone.
 */
final class MarketPump {
    /** Then sockets and requests have their turn. */
    private static final int ITEMS_PER_TURN = 256;

    private final Vertx vertx;
    private final Context context;
    private final MarketClock clock;
    private final MarketAgenda agenda;
    private final ReadAhead readAhead;
    private final SocketRegistry sockets;
    private final Consumer<SourceItem> outlet;
    private long timer = -1;
    private boolean isTurnPlanned;
    private boolean isEnded;

    MarketPump(
            Vertx vertx,
            Context context,
            MarketClock clock,
            MarketAgenda agenda,
            ReadAhead readAhead,
            SocketRegistry sockets,
            Consumer<SourceItem> outlet) {
        this.vertx = vertx;
        this.context = context;
        this.clock = clock;
        this.agenda = agenda;
        this.readAhead = readAhead;
        this.sockets = sockets;
        this.outlet = outlet;
    }

    void start() {
        clock.start();
        wake();
    }

    /** To be called when what it waits for may have come: an item, or room in a socket's queue. */
    void wake() {
        if (!isTurnPlanned && clock.isStarted()) {
            isTurnPlanned = true;
            context.runOnContext(ignored -> turn());
        }
    }

    private void turn() {
        isTurnPlanned = false;
        int left = ITEMS_PER_TURN;
        while (left > 0 && step()) {
            left--;
        }
        sockets.flush();
        if (left == 0) {
            wake();
        }
    }

    /** Does one thing; false when there is nothing to be done now. */
    private boolean step() {
        if (isEnded || (clock.isUnbounded() && sockets.isCongested())) {
            return false;
        }
        SourceItem head = readAhead.peek();
        long agendaNs = agenda.nextNs();
        long headNs = head == null ? Long.MAX_VALUE : head.arrivalNs();
        long nextNs = Math.min(headNs, agendaNs);
        if (clock.isUnbounded() ? head == null : nextNs > clock.nowNs()) {
            waitFor(nextNs);
            return false;
        }
        clock.reach(nextNs);
        if (head == null || agendaNs <= headNs) {
            agenda.runNext();
        } else {
            pass(head);
        }
        return true;
    }

    private void pass(@Nullable SourceItem head) {
        if (head == null) {
            return;
        }
        readAhead.remove();
        outlet.accept(head);
        if (head instanceof SourceItem.End) {
            isEnded = true;
        }
    }

    private void waitFor(long atNs) {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
            timer = -1;
        }
        if (!clock.isUnbounded() && atNs != Long.MAX_VALUE) {
            timer = vertx.setTimer(clock.waitMs(atNs), ignored -> {
                timer = -1;
                wake();
            });
        }
    }
}
