package pawl.venue;

/** Gives a frame to every socket that has subscribed to it. */
final class Delivery {
    private final SocketRegistry sockets;
    private final Tally tally;
    private final MarketClock clock;
    private final VenueLimits limits;

    Delivery(SocketRegistry sockets, Tally tally, MarketClock clock, VenueLimits limits) {
        this.sockets = sockets;
        this.tally = tally;
        this.clock = clock;
        this.limits = limits;
    }

    /** @param isDuplicate whether it was delivered before */
    void deliver(StreamFrame frame, boolean isDuplicate) {
        int receivers = 0;
        for (Subscription subscription : sockets.of(frame.stream().topic())) {
            VenueSocket socket = subscription.socket();
            if (socket.send(frame, subscription, isDuplicate)) {
                receivers++;
            }
            if (!clock.isUnbounded() && socket.takesData() && socket.queuedBytes() > limits.outgoingBytes()) {
                tally.limitBroken("outgoing-bytes");
                socket.reset("it reads too slowly");
            }
        }
        tally.sent(frame, receivers, isDuplicate);
    }
}
