package pawl.transport;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Brings up a second connection beside the first, and says when it has everything that the first one had. */
final class Takeover {
    // Of a connection's life: late enough to be rare, early enough for some attempts.
    private static final double EARLIEST_SHARE = 0.92;
    private static final double SPREAD_SHARE = 0.04;
    // What was sent before the new one was subscribed to may still be on its way on the old one.
    private static final long OVERLAP_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long FIRST_RETRY_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long LAST_RETRY_NS = TimeUnit.MINUTES.toNanos(5);

    private final SocketLine line;
    private final VenueLink venue;
    private final Wiring wiring;
    private final long dueAfterNs;
    private @Nullable Connection successor;
    private long successorOpenedReadingNs;
    private boolean complete;
    private long completeReadingNs;
    private boolean waits;
    private long notBeforeNs;
    private long retryDelayNs = FIRST_RETRY_NS;

    /** @param place 0 to 1 among the venue's sockets, lest all take over at once */
    Takeover(SocketLine line, VenueLink venue, Wiring wiring, double place) {
        this.line = line;
        this.venue = venue;
        this.wiring = wiring;
        long lifeNs = venue.plan().limits().connectionLife().toNanos();
        this.dueAfterNs = (long) (lifeNs * (EARLIEST_SHARE + SPREAD_SHARE * place));
    }

    boolean hasDelivered(int stream) {
        return successor != null && successor.hasDelivered(stream);
    }

    void consider(Connection current, boolean streamMissing, long nowNs) {
        if (successor != null || (waits && nowNs - notBeforeNs < 0)) {
            return;
        }
        String reason = reason(current, streamMissing, nowNs);
        if (reason.isEmpty()) {
            return;
        }
        complete = false;
        successor = line.tryOpen(nowNs);
        if (successor != null) {
            venue.notice(line.plan().name() + ": opening another connection: " + reason);
        }
    }

    void opened(Connection connection, long nowNs) {
        if (connection == successor) {
            successorOpenedReadingNs = wiring.room().readingNs(nowNs);
        }
    }

    void tick(long nowNs, long readingNs) {
        if (successor == null) {
            return;
        }
        successor.tick(nowNs, readingNs);
        Connection candidate = successor;
        if (candidate == null || !candidate.isOpen()) {
            return;
        }
        boolean late = readingNs - successorOpenedReadingNs
                > wiring.settings().takeoverDeadline().toNanos();
        if (!complete && hasAll(candidate)) {
            complete = true;
            completeReadingNs = readingNs;
        }
        boolean ripe = complete && readingNs - completeReadingNs >= OVERLAP_NS;
        if (ripe || (late && candidate.hasDeliveredAny())) {
            successor = null;
            waits = false;
            retryDelayNs = FIRST_RETRY_NS;
            line.takeOver(candidate, nowNs);
        } else if (late) {
            candidate.end(BreakCause.STALLED, "the new connection delivers nothing");
        }
    }

    /** Whether the broken connection was the new one; then the old one goes on, and another attempt is made later. */
    boolean broken(Connection connection, String reason, long nowNs) {
        if (connection != successor) {
            return false;
        }
        successor = null;
        waits = true;
        notBeforeNs = nowNs + retryDelayNs;
        retryDelayNs = Math.min(LAST_RETRY_NS, 2 * retryDelayNs);
        venue.notice(line.plan().name() + ": the takeover failed and will be tried again: " + reason);
        return true;
    }

    /** Gives away the new connection, when the old one has ended before its time. */
    @Nullable
    Connection release() {
        Connection released = successor;
        successor = null;
        return released;
    }

    void close() {
        if (successor != null) {
            successor.retire();
        }
    }

    private String reason(Connection current, boolean streamMissing, long nowNs) {
        if (current.closingSoon()) {
            return "the venue will close this one soon";
        }
        if (dueAfterNs > 0 && nowNs - current.openedNs() >= dueAfterNs) {
            return "this one nears the end of its life";
        }
        return streamMissing ? "a stream is missing on this one" : "";
    }

    private boolean hasAll(Connection candidate) {
        if (!candidate.hasDeliveredAny()) {
            return false;
        }
        for (StreamWatch watch : line.watches()) {
            int number = watch.plan().number();
            boolean delivers = candidate.hasDelivered(number);
            boolean subscribed = delivers || candidate.hasAcknowledged(number) || watch.isRefused();
            if (!subscribed || (watch.isDelivering() && !delivers)) {
                return false;
            }
        }
        return true;
    }
}
