package pawl.transport;

/** Where frames go. The only thing that a feed can do with what it hears (D2). */
public interface FrameSink {
    /**
     * Hands over one frame, as the venue sent it. The bytes may be reused once the call has returned.
     *
     * @param feed the number under which the feed was opened
     * @param arrivalNs when its last byte came, in nanoseconds since the epoch: the one reading of the wall clock
     */
    void frame(int feed, long arrivalNs, byte[] bytes, int offset, int length);
}
