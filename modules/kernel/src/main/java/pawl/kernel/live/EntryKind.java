package pawl.kernel.live;

/** What an entry of the queue is. Its number is known inside the process only. */
final class EntryKind {
    /** A frame of a feed. */
    static final int FRAME = 1;
    /** A stream's state, by the transport: position among all streams; state, cause, and a reason in words. */
    static final int STATE = 2;
    /** What a stream has delivered: position among all streams; three numbers. */
    static final int COUNT = 3;
    /** A request for what was missed has ended: the repair's number; why it failed, empty where it did not. */
    static final int REPAIR = 4;
    /** Reading goes on after a pause: how long it was, and how many bytes waited. */
    static final int HELD = 5;
    /** A line for the user. */
    static final int NOTICE = 6;

    /** Another build of a venue's plugin takes over, or none: the next of {@link TransportSide#takeChange}. */
    static final int CHANGE = 7;

    private EntryKind() {}
}
