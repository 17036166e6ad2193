package pawl.venue;

import java.util.ArrayList;
import java.util.List;

/** Begins and ends the script's faults at their market times. */
final class FaultStage {
    private final MarketAgenda agenda;
    private final Tally tally;
    private final FaultWindows windows;
    private final FrameFaults frames;
    private final SocketFaults sockets;
    private final VenueServer server;
    private final List<Runnable> ends = new ArrayList<>();

    FaultStage(
            MarketAgenda agenda,
            Tally tally,
            FaultWindows windows,
            FrameFaults frames,
            SocketFaults sockets,
            VenueServer server) {
        this.agenda = agenda;
        this.tally = tally;
        this.windows = windows;
        this.frames = frames;
        this.sockets = sockets;
        this.server = server;
    }

    /** @param firstNs the market time from which the script counts */
    void plan(FaultScript script, long firstNs) {
        script.faults().forEach(fault -> plan(fault, firstNs + fault.atNs()));
    }

    private void plan(Fault fault, long atNs) {
        agenda.add(atNs, () -> {
            begin(fault, atNs);
            if (fault.everyNs() > 0) {
                plan(fault, atNs + fault.everyNs());
            }
        });
    }

    /** Ends what has begun, because the market's time stands still from now on. */
    void end() {
        List.copyOf(ends).forEach(Runnable::run);
    }

    private void begin(Fault fault, long atNs) {
        tally.faultBegun(fault.kind());
        switch (fault.kind()) {
            case CUT, CLOSE, HALF_OPEN, SILENT_STALL, GARBAGE, OVERSIZED, SLOW_READ ->
                endLater(fault, atNs, sockets.begin(fault));
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
                    REST_TIMEOUT -> {
                FaultWindow window = new FaultWindow(fault);
                windows.open(window);
                endLater(fault, atNs, () -> windows.close(window));
            }
            case TLS_FAILURE -> {
                server.refuseHandshakes();
                endLater(fault, atNs, server::allowHandshakes);
            }
            case RESTART -> {
                server.goDown();
                endLater(fault, atNs, server::comeUp);
            }
            case DELISTING -> fault.selector().symbol().ifPresent(frames::delist);
        }
    }

    private void endLater(Fault fault, long atNs, Runnable end) {
        if (fault.forNs() == 0) {
            return;
        }
        Runnable once = new Runnable() {
            @Override
            public void run() {
                if (ends.remove(this)) {
                    end.run();
                }
            }
        };
        ends.add(once);
        agenda.add(atNs + fault.forNs(), once);
    }
}
