package pawl.transport;

/** Where frames go. The only thing that a feed can do with what it hears (D2). Called on the transport's thread. */
public interface FrameSink {
    /**
     * Hands over one frame, as the venue sent it. The bytes may be reused once the call has returned.
     *
     * @param feed the number under which the feed was opened
     * @param arrivalNs when its last byte came, in nanoseconds since the epoch
     */
    void frame(int feed, long arrivalNs, byte[] bytes, int offset, int length);

    /**
     * Whether more may be read now. While it is false the transport reads no socket and begins no poll; what was received before is
     * still handed over, and the sink has room for it.
     */
    boolean hasRoom();
}
