package pawl.transport;

/** What a frame turned out to be. Reused from frame to frame. */
public final class Heard {
    /** Kinds of frame, to a transport. */
    public enum Kind {
        /** Data of a stream, {@link #stream}. */
        DATA,
        /** The venue took the request {@link #requestId}; proves nothing about data. */
        ACKNOWLEDGED,
        /** The venue refused the request {@link #requestId}. */
        REFUSED,
        /** The answer to a ping. */
        PONG,
        /** The venue will close the socket soon; another is to be opened now. */
        CLOSING_SOON,
        /** Anything else; handed over like data and judged by whoever decodes it. */
        OTHER
    }

    private Kind kind = Kind.OTHER;
    private int stream = -1;
    private long requestId = -1;

    public Kind kind() {
        return kind;
    }

    /** {@link StreamPlan#number} of a DATA frame; −1 where it names a stream that nobody asked for. */
    public int stream() {
        return stream;
    }

    /** −1 where the answer names none. */
    public long requestId() {
        return requestId;
    }

    public void data(int ofStream) {
        set(Kind.DATA, ofStream, -1);
    }

    public void acknowledged(long request) {
        set(Kind.ACKNOWLEDGED, -1, request);
    }

    public void refused(long request) {
        set(Kind.REFUSED, -1, request);
    }

    public void pong() {
        set(Kind.PONG, -1, -1);
    }

    public void closingSoon() {
        set(Kind.CLOSING_SOON, -1, -1);
    }

    public void other() {
        set(Kind.OTHER, -1, -1);
    }

    private void set(Kind newKind, int newStream, long newRequestId) {
        kind = newKind;
        stream = newStream;
        requestId = newRequestId;
    }
}
