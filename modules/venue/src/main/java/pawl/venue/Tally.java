package pawl.venue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that the report tells, as it is counted on the event loop. */
final class Tally {
    private final Map<String, StreamTally> streams = new HashMap<>();
    private final Map<String, IdRanges> unsentTrades = new HashMap<>();
    private final SortedMap<String, Map<Integer, Long>> restAnswers = new TreeMap<>();
    private final SortedMap<String, FaultReport> faults = new TreeMap<>();
    private final SortedMap<String, Long> limitsBroken = new TreeMap<>();
    private long connects;
    private long subscribes;
    private long pings;
    private long pongs;

    void source(StreamFrame frame) {
        stream(frame).addSource();
    }

    /** @param receivers how many sockets were given it */
    void sent(StreamFrame frame, int receivers, boolean isDuplicate) {
        StreamTally stream = stream(frame);
        for (int i = 0; i < receivers; i++) {
            stream.addSent(isDuplicate);
        }
        if (receivers == 0 && !isDuplicate) {
            stream.addUnheard();
            if (frame.tradeId() >= 0) {
                unsentTrades
                        .computeIfAbsent(frame.stream().symbol(), symbol -> new IdRanges())
                        .add(frame.tradeId());
            }
        }
    }

    private StreamTally stream(StreamFrame frame) {
        return streams.computeIfAbsent(frame.stream().name(), name -> new StreamTally());
    }

    void connect() {
        connects++;
    }

    void subscribe() {
        subscribes++;
    }

    void ping() {
        pings++;
    }

    void pong() {
        pongs++;
    }

    void rest(String path, int status) {
        restAnswers.computeIfAbsent(path, key -> new TreeMap<>()).merge(status, 1L, Long::sum);
    }

    void faultBegun(FaultKind kind) {
        FaultReport before = faults.getOrDefault(kind.word(), new FaultReport(0, 0));
        faults.put(kind.word(), new FaultReport(before.begun() + 1, before.effects()));
    }

    void faultEffect(FaultKind kind) {
        FaultReport before = faults.getOrDefault(kind.word(), new FaultReport(0, 0));
        faults.put(kind.word(), new FaultReport(before.begun(), before.effects() + 1));
    }

    void limitBroken(String limit) {
        limitsBroken.merge(limit, 1L, Long::sum);
    }

    VenueReport report(List<VenueSocket> sockets, long framesSkipped) {
        SortedMap<String, StreamReport> streamReports = new TreeMap<>();
        streams.forEach((name, tally) -> streamReports.put(name, tally.report()));
        SortedMap<String, List<IdRange>> unsent = new TreeMap<>();
        unsentTrades.forEach((symbol, ids) -> unsent.put(symbol, ids.sorted()));
        SortedMap<String, Map<Integer, Long>> answers = new TreeMap<>();
        restAnswers.forEach((path, byStatus) -> answers.put(path, Map.copyOf(byStatus)));
        return new VenueReport(
                streamReports,
                sockets.stream().map(VenueSocket::report).toList(),
                streamReports.values().stream().mapToLong(StreamReport::sent).sum(),
                streamReports.values().stream().mapToLong(StreamReport::unheard).sum(),
                framesSkipped,
                unsent,
                connects,
                subscribes,
                pings,
                pongs,
                answers,
                faults,
                limitsBroken);
    }
}
