package pawl.kernel.simulate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedState;
import pawl.api.token.Instrument;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.engine.HearingFrame;

/** What a transport would tell of the venues' streams while the faults of a calendar come and go. */
final class SimulatedHearing {
    private static final List<EventKind> STREAMS =
            List.of(EventKind.TRADE, EventKind.BOOK_TICKER, EventKind.MARK_PRICE, EventKind.LIQUIDATION);
    private static final long NS_PER_MS = 1_000_000;
    private static final long SILENCE_LIMIT_NS = 5_000 * NS_PER_MS;
    private static final long FIRST_DATA_NS = 300 * NS_PER_MS;

    private final List<EnginePlan.Venue> venues;
    private final List<FaultWindow> windows;
    private final SimulatedFeeds feeds;
    private final Map<Stream, FeedState> told = new HashMap<>();

    private record Stream(int venue, String symbol, EventKind kind) {}

    /** Something that happens at a moment. */
    private record Change(long atNs, Runnable telling) {}

    SimulatedHearing(List<EnginePlan.Venue> venues, List<FaultWindow> windows, SimulatedFeeds feeds) {
        this.venues = venues;
        this.windows = windows;
        this.feeds = feeds;
    }

    void tellAll(long firstNs) {
        for (int venue = 0; venue < venues.size(); venue++) {
            tell(firstNs + FIRST_DATA_NS, venue, _ -> true, FeedState.SYNCHRONIZED, FeedCause.DATA);
        }
        windows.stream()
                .flatMap(window -> changes(window).stream())
                .sorted((left, right) -> Long.compare(left.atNs, right.atNs))
                .forEach(change -> change.telling.run());
    }

    private List<Change> changes(FaultWindow window) {
        long fromNs = window.fromNs();
        long toNs = window.toNs();
        int venue = window.venue();
        return switch (window.fault()) {
            case BREAK ->
                List.of(
                        change(fromNs, venue, FeedState.STALE, FeedCause.CONNECTION_BROKEN),
                        change(toNs, venue, FeedState.GAP_FILL, FeedCause.GAP_FOUND),
                        new Change(toNs, () -> count(toNs, venue)),
                        change(toNs + FIRST_DATA_NS, venue, FeedState.SYNCHRONIZED, FeedCause.GAP_REPAIRED));
            case SILENCE ->
                toNs - fromNs <= SILENCE_LIMIT_NS
                        ? List.of()
                        : List.of(
                                change(fromNs + SILENCE_LIMIT_NS, venue, FeedState.STALE, FeedCause.SILENT),
                                change(toNs, venue, FeedState.SYNCHRONIZED, FeedCause.DATA));
            case HELD -> List.of(new Change(toNs, () -> held(toNs, toNs - fromNs)));
            case ADAPTER_FAILS -> List.of(new Change(toNs, () -> adapter(toNs, venue)));
            case DUPLICATES, LOSS, DELAY, PAUSE, DAMAGE, BURST, CLOCK_STEP -> List.of();
        };
    }

    private Change change(long atNs, int venue, FeedState state, FeedCause cause) {
        // The silence of a stream of liquidations means nothing.
        return new Change(atNs, () -> tell(atNs, venue, stream -> stream.kind != EventKind.LIQUIDATION, state, cause));
    }

    private void tell(long atNs, int venue, Predicate<Stream> which, FeedState state, FeedCause cause) {
        for (Instrument instrument : venues.get(venue).instruments()) {
            for (EventKind kind : STREAMS) {
                Stream stream = new Stream(venue, instrument.symbol(), kind);
                FeedState before = told.getOrDefault(stream, FeedState.UNKNOWN);
                if (which.test(stream) && before != state) {
                    told.put(stream, state);
                    feeds.tell(
                            atNs,
                            venue,
                            HearingFrame.state(atNs / NS_PER_MS, stream.symbol, kind, false, before, state, cause));
                }
            }
        }
    }

    private void count(long atNs, int venue) {
        for (Instrument instrument : venues.get(venue).instruments()) {
            feeds.tell(
                    atNs,
                    venue,
                    HearingFrame.count(
                            atNs / NS_PER_MS, instrument.symbol(), EventKind.TRADE, false, atNs % 100_000, 2, 1));
        }
    }

    private void held(long atNs, long heldNs) {
        for (int venue = 0; venue < venues.size(); venue++) {
            feeds.tell(atNs, venue, HearingFrame.held(atNs / NS_PER_MS, heldNs / NS_PER_MS, heldNs / NS_PER_MS));
        }
    }

    /** The operator puts the plugin back to work, whether it got into quarantine or not. */
    private void adapter(long atNs, int venue) {
        if (venues.get(venue).pluginSha256().isPresent()) {
            feeds.tell(
                    atNs,
                    venue,
                    HearingFrame.adapter(atNs / NS_PER_MS, venues.get(venue).pluginSha256()));
        }
    }
}
