package pawl.venue;

import java.util.List;

/** What happens to the sockets that are open when a fault begins. */
final class SocketFaults {
    private static final String HALF_A_TEXT = "{\"stream\":\"garbage@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"E\":17";

    private final SocketRegistry sockets;
    private final Tally tally;

    SocketFaults(SocketRegistry sockets, Tally tally) {
        this.sockets = sockets;
        this.tally = tally;
    }

    /** What is to be done at its end. */
    Runnable begin(Fault fault) {
        List<VenueSocket> hit = sockets.open(fault.selector()::matches);
        hit.forEach(socket -> {
            tally.faultEffect(fault.kind());
            hit(socket, fault);
        });
        return () -> hit.stream().filter(VenueSocket::isOpen).forEach(socket -> heal(socket, fault));
    }

    private static void hit(VenueSocket socket, Fault fault) {
        switch (fault.kind()) {
            case CUT -> socket.reset("fault cut");
            case CLOSE -> socket.close(fault.parameters().closeCode(), "fault close");
            case HALF_OPEN -> socket.fallHalfOpen();
            case SILENT_STALL -> socket.mute(fault.selector());
            case GARBAGE -> socket.text(HALF_A_TEXT);
            case OVERSIZED -> socket.oversized(fault.parameters().sizeBytes());
            case SLOW_READ -> socket.setRestMs(fault.parameters().pauseMs());
            case ACK_WITHOUT_DATA,
                    DUPLICATE,
                    REORDER,
                    LATE,
                    CLOCK_SKEW,
                    RENAMED_FIELD,
                    NULL_FIELD,
                    REST_429,
                    REST_418,
                    REST_HTML,
                    REST_TIMEOUT,
                    TLS_FAILURE,
                    DELISTING,
                    RESTART -> throw new IllegalArgumentException(fault.kind().word() + " is no fault of a socket");
        }
    }

    private static void heal(VenueSocket socket, Fault fault) {
        if (fault.kind() == FaultKind.HALF_OPEN) {
            socket.reset("fault half-open has ended");
        } else if (fault.kind() == FaultKind.SILENT_STALL) {
            socket.unmute(fault.selector());
        } else if (fault.kind() == FaultKind.SLOW_READ) {
            socket.setRestMs(0);
        }
    }
}
