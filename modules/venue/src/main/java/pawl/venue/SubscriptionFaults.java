package pawl.venue;

/** Which subscriptions are acknowledged only to stay silent. */
final class SubscriptionFaults {
    private final FaultWindows windows;

    SubscriptionFaults(FaultWindows windows) {
        this.windows = windows;
    }

    boolean silences(VenueSocket socket, StreamName stream) {
        return socket.route().carries(stream.route())
                && windows.take(
                                FaultKind.ACK_WITHOUT_DATA,
                                selector -> selector.names(stream)
                                        && selector.route()
                                                .map(wanted -> wanted == socket.route())
                                                .orElse(true))
                        .isPresent();
    }
}
