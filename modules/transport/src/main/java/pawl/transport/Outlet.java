package pawl.transport;

import java.util.function.LongSupplier;

/**
 * The only way out of the transport, and the clock by which what leaves it is stamped. Each venue has one of its own, which is shut for
 * good when the venue is heard no more; the transport's own is shut when that is closed.
 */
final class Outlet {
    private final FrameSink sink;
    private final TransportListener listener;
    private final LongSupplier wallNs;
    private boolean shut;

    Outlet(FrameSink sink, TransportListener listener, LongSupplier wallNs) {
        this.sink = sink;
        this.listener = listener;
        this.wallNs = wallNs;
    }

    /** Another way to the same, open, to be shut by itself. */
    Outlet another() {
        return new Outlet(sink, listener, wallNs);
    }

    long wallNs() {
        return wallNs.getAsLong();
    }

    boolean hasRoom() {
        return sink.hasRoom();
    }

    void frame(int feed, long arrivalNs, byte[] bytes, int length) {
        if (!shut) {
            sink.frame(feed, arrivalNs, bytes, 0, length);
        }
    }

    void streamState(String venue, int stream, FeedState state, StateCause cause, String reason) {
        if (!shut) {
            listener.streamState(venue, stream, state, cause, reason);
        }
    }

    void notice(String venue, String text) {
        if (!shut) {
            listener.notice(venue, text);
        }
    }

    void fetchEnded(FetchListener fetch, String failure) {
        if (!shut) {
            fetch.ended(failure);
        }
    }

    void shut() {
        shut = true;
    }

    boolean isShut() {
        return shut;
    }
}
