package pawl.kernel.engine;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.token.Token;
import pawl.canonical.FlushCounts;

/** What a run has seen and done; for reports only, never read by logic. */
public final class EngineCounts {
    private static final int MOST_NAMES = 1_000;
    private static final String OTHER_NAMES = "(other)";

    private final FlushCounts flushes = new FlushCounts();
    private final long[] events = new long[EventKind.values().length];
    private final Map<String, Count> ignored = new TreeMap<>();
    private final Map<String, Count> unconfigured = new TreeMap<>();
    long frames;
    long refusedFrames;
    long failedFrames;
    long droppedFrames;
    long adapterChanges;
    long offBookTrades;
    long backfilledTrades;
    long transitions;
    long clusterTransitions;
    long phaseTransitions;
    long tierChanges;
    long outages;
    private GapListener gapListener = GapListener.NONE;
    private long ticks;
    private long firstTick;

    EngineCounts() {}

    private static final class Count {
        private long value;
    }

    FlushCounts flushes() {
        return flushes;
    }

    void listenForGaps(GapListener listener) {
        gapListener = listener;
    }

    void addFlushed(Token token, EventBatch flushed) {
        for (int event = 0; event < flushed.size(); event++) {
            EventKind kind = flushed.kind(event);
            events[kind.ordinal()]++;
            if (kind == EventKind.TRADE && flushed.has(event, EventFlag.OFF_BOOK)) {
                offBookTrades++;
            } else if (kind == EventKind.TRADE && flushed.has(event, EventFlag.BACKFILLED)) {
                backfilledTrades++;
            } else if (kind == EventKind.GAP) {
                gapListener.gap(
                        flushed.venueIndex(event),
                        token,
                        flushed.firstMissingId(event),
                        flushed.lastMissingId(event),
                        flushed.has(event, EventFlag.AGGREGATE));
            }
        }
    }

    void addTick(long tick) {
        firstTick = ticks == 0 ? tick : firstTick;
        ticks++;
    }

    void addIgnored(String reason) {
        add(ignored, reason);
    }

    void addUnconfigured(String symbol) {
        add(unconfigured, symbol);
    }

    /** Bounded, so that a hostile recording of a million symbols costs no memory. */
    private static void add(Map<String, Count> counts, String name) {
        Count count = counts.get(name);
        if (count == null) {
            count = counts.computeIfAbsent(counts.size() < MOST_NAMES ? name : OTHER_NAMES, _ -> new Count());
        }
        count.value++;
    }

    public long frames() {
        return frames;
    }

    /** Frames that an adapter refused. */
    public long refusedFrames() {
        return refusedFrames;
    }

    /** Frames that an adapter failed on, which its contract forbids. */
    public long failedFrames() {
        return failedFrames;
    }

    /** Frames, and words of the hearing about streams, that nobody was asked about: the adapter is in quarantine, or was taken away. */
    public long droppedFrames() {
        return droppedFrames;
    }

    /** How often a venue's adapter was changed for another, or taken away. */
    public long adapterChanges() {
        return adapterChanges;
    }

    /** Events flushed and logged, of that kind. */
    public long events(EventKind kind) {
        return events[kind.ordinal()];
    }

    /** Of the trades flushed, those made off the book. */
    public long offBookTrades() {
        return offBookTrades;
    }

    /** Of the trades flushed, those that were missed on their stream and fetched afterwards. */
    public long backfilledTrades() {
        return backfilledTrades;
    }

    public long duplicates() {
        return flushes.duplicates;
    }

    public long late() {
        return flushes.late;
    }

    public long conflated() {
        return flushes.conflated;
    }

    public long transitions() {
        return transitions;
    }

    /** Steps of clusters, each counted once. */
    public long clusterTransitions() {
        return clusterTransitions;
    }

    /** Steps of events, each counted once. */
    public long phaseTransitions() {
        return phaseTransitions;
    }

    public long tierChanges() {
        return tierChanges;
    }

    /** Stretches without any frame that were logged as one gap each. */
    public long outages() {
        return outages;
    }

    public long ticks() {
        return ticks;
    }

    /** The first tick that was run; none before it. */
    public OptionalLong firstTick() {
        return ticks == 0 ? OptionalLong.empty() : OptionalLong.of(firstTick);
    }

    /** Messages of no use, by reason. */
    public Map<String, Long> ignored() {
        return values(ignored);
    }

    /** Messages about symbols that no token of the configuration has. */
    public Map<String, Long> unconfigured() {
        return values(unconfigured);
    }

    private static Map<String, Long> values(Map<String, Count> counts) {
        TreeMap<String, Long> values = new TreeMap<>();
        counts.forEach((name, count) -> values.put(name, count.value));
        return values;
    }
}
