package pawl.venue;

/** Answers what one client says over its WebSocket. */
final class ClientTalk implements FrameDecoder.Listener {
    private final VenueSocket socket;
    private final SocketVitals vitals;
    private final SubscriptionDesk desk;
    private final Tally tally;
    private final MessageRate rate;

    ClientTalk(VenueSocket socket, SocketVitals vitals, SubscriptionDesk desk, Tally tally, VenueLimits limits) {
        this.socket = socket;
        this.vitals = vitals;
        this.desk = desk;
        this.tally = tally;
        rate = new MessageRate(limits.messagesPerSecond());
    }

    @Override
    public void onText(byte[] text) {
        if (isAllowed()) {
            desk.answer(socket, text);
        }
    }

    @Override
    public void onPing(byte[] payload) {
        if (isAllowed()) {
            socket.control(SocketOutput.PONG, payload);
        }
    }

    @Override
    public void onPong() {
        if (isAllowed()) {
            tally.pong();
            vitals.pong();
        }
    }

    @Override
    public void onClose(int code) {
        socket.closedByClient(code);
    }

    @Override
    public void onBreach(int closeCode, String reason) {
        tally.limitBroken("protocol");
        socket.close(closeCode, reason);
    }

    private boolean isAllowed() {
        if (!socket.isOpen()) {
            return false;
        }
        if (rate.allowsAnother()) {
            return true;
        }
        tally.limitBroken("messages-per-second");
        socket.close(1_008, "Too many requests");
        return false;
    }
}
