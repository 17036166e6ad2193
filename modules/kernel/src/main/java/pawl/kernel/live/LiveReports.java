package pawl.kernel.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import pawl.api.event.EventKind;
import pawl.api.token.Token;
import pawl.kernel.contract.LiveReport;
import pawl.kernel.engine.Engine;
import pawl.kernel.engine.EngineCounts;
import pawl.transport.TransportReport;

/** Sums up a live run that has stopped. */
final class LiveReports {
    private LiveReports() {}

    static LiveReport report(
            LiveSession session, TickLateness lateness, TransportReport heard, boolean isSynthetic, double seconds) {
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
                streams(heard),
                requests(heard),
                isSynthetic,
                seconds);
    }

    private static List<LiveReport.Stream> streams(TransportReport heard) {
        List<LiveReport.Stream> streams = new ArrayList<>();
        for (TransportReport.Venue venue : heard.venues()) {
            for (StreamCount count : StreamCount.of(venue)) {
                streams.add(new LiveReport.Stream(
                        venue.name(),
                        count.name(),
                        count.state().name(),
                        count.frames(),
                        count.connects(),
                        count.breaks()));
            }
        }
        return streams;
    }

    private static List<LiveReport.Request> requests(TransportReport heard) {
        return heard.venues().stream()
                .map(venue -> new LiveReport.Request(
                        venue.name(),
                        venue.bans(),
                        venue.sockets().stream()
                                .mapToLong(TransportReport.Socket::takeovers)
                                .sum(),
                        venue.sockets().stream()
                                .mapToLong(TransportReport.Socket::stalls)
                                .sum()))
                .toList();
    }
}
