package pawl.kernel.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pawl.api.event.EventKind;
import pawl.api.token.Token;
import pawl.kernel.contract.LiveReport;
import pawl.kernel.engine.Engine;
import pawl.kernel.engine.EngineCounts;
import pawl.transport.FeedState;
import pawl.transport.TransportReport;

/** Sums up a live run that has stopped. */
final class LiveReports {
    private LiveReports() {}

    static LiveReport report(
            LiveSession session,
            TickLateness lateness,
            TransportReport heard,
            boolean isSynthetic,
            double seconds,
            LiveReport.Forcing forcing) {
        Engine engine = session.engine();
        EngineCounts counts = engine.counts();
        Map<String, Long> events = new LinkedHashMap<>();
        for (EventKind kind : EventKind.values()) {
            events.put(kind.name(), counts.events(kind));
        }
        SortedMap<String, String> tokens = new TreeMap<>();
        for (Token token : session.tokens()) {
            tokens.put(token.name(), engine.stateOf(token.index()).name());
        }
        return new LiveReport(
                counts.frames(),
                counts.refusedFrames(),
                new TreeMap<>(counts.unconfigured()),
                events,
                counts.duplicates(),
                counts.late(),
                counts.events(EventKind.GAP),
                counts.backfilledTrades(),
                counts.outages(),
                counts.ticks(),
                counts.firstTick(),
                counts.ticks() == 0 ? OptionalLong.empty() : OptionalLong.of(engine.lastTick()),
                counts.transitions(),
                counts.clusterTransitions(),
                counts.phaseTransitions(),
                session.side().pausedTotalNs() / 1_000_000,
                session.side().mostQueuedBytes(),
                new LiveReport.Lateness(lateness.quantileMs(0.5), lateness.quantileMs(0.99), lateness.mostMs()),
                tokens,
                engine.clusterStates(),
                engine.eventPhases(),
                streams(session.side().inTurn(heard), heard),
                requests(session.side().inTurn(heard)),
                isSynthetic,
                seconds,
                engine.adapterHealth(),
                forcing);
    }

    private static List<LiveReport.Stream> streams(List<TransportReport.Venue> inTurn, TransportReport atTheEnd) {
        Set<String> heard =
                atTheEnd.venues().stream().map(TransportReport.Venue::name).collect(Collectors.toSet());
        List<LiveReport.Stream> streams = new ArrayList<>();
        for (String venue : names(inTurn)) {
            for (StreamCount count : StreamCount.of(inTurn, venue)) {
                FeedState state = heard.contains(venue) ? count.state() : FeedState.STALE;
                streams.add(new LiveReport.Stream(
                        venue, count.name(), state.name(), count.frames(), count.connects(), count.breaks()));
            }
        }
        return streams;
    }

    private static SortedSet<String> names(List<TransportReport.Venue> venues) {
        return venues.stream().map(TransportReport.Venue::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<LiveReport.Request> requests(List<TransportReport.Venue> inTurn) {
        List<LiveReport.Request> requests = new ArrayList<>();
        for (String venue : names(inTurn)) {
            long bans = 0;
            long takeovers = 0;
            long stalls = 0;
            for (TransportReport.Venue one : inTurn) {
                if (one.name().equals(venue)) {
                    bans = one.bans(); // Counted on, whatever the venue is heard by.
                    for (TransportReport.Socket socket : one.sockets()) {
                        takeovers += socket.takeovers();
                        stalls += socket.stalls();
                    }
                }
            }
            requests.add(new LiveReport.Request(venue, bans, takeovers, stalls));
        }
        return requests;
    }
}
