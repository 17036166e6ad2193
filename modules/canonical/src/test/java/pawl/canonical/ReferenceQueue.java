package pawl.canonical;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import pawl.api.event.EventKind;

/**
 * What a token's queue does, written down from D3 with sets, maps and no thought for cost: the model that the real one is compared
 * with. It remembers every fill for ever, and of names without order the last 128.
 */
final class ReferenceQueue {
    private static final class Venue {
        final Set<Long> seenFills = new HashSet<>();
        long highestFill = -1;
        long highestAggregate;
        final List<Long> names = new ArrayList<>();
    }

    private final Map<Integer, Venue> venues = new HashMap<>();
    private final boolean conflatesBookTicker;
    private static final Set<EventKind> OF_HEARING = EnumSet.range(EventKind.FEED_STATE, EventKind.ADAPTER_CHANGE);

    private long newestFlushedMs;
    private List<CanonicalEvent> flushed = new ArrayList<>();
    int duplicates;
    int conflated;

    ReferenceQueue(boolean conflatesBookTicker) {
        this.conflatesBookTicker = conflatesBookTicker;
    }

    List<CanonicalEvent> flush(List<CanonicalEvent> arrived) {
        List<CanonicalEvent> sorted = new ArrayList<>(arrived);
        sorted.sort(TotalOrderTest.D3);
        flushed = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            CanonicalEvent event = sorted.get(i);
            if (event.is(EventKind.TRADE)) {
                flushTrade(event);
            } else if (isConflated(event, sorted.subList(i + 1, sorted.size()))) {
                conflated++;
            } else {
                flushed.add(event);
            }
        }
        return withLateMarks();
    }

    private boolean isConflated(CanonicalEvent event, List<CanonicalEvent> after) {
        return conflatesBookTicker
                && event.is(EventKind.BOOK_TICKER)
                && after.stream().anyMatch(later -> later.is(EventKind.BOOK_TICKER) && later.venue() == event.venue());
    }

    private void flushTrade(CanonicalEvent trade) {
        if (trade.isWithoutOrder()) {
            flushNamed(trade);
            return;
        }
        Venue venue = venue(trade, v -> !v.names.isEmpty());
        boolean hasStarted = venue.highestFill >= 0;
        long first = trade.firstTradeId();
        boolean isNew = !(hasStarted && first <= venue.highestFill - TradeWindow.WINDOW)
                && venue.seenFills.stream().noneMatch(fill -> fill >= first && fill <= trade.lastTradeId());
        if (!isNew) {
            duplicates++;
        } else {
            if (hasStarted && first > venue.highestFill + 1) {
                addGap(trade, venue);
            }
            for (long fill = first; fill <= trade.lastTradeId(); fill++) {
                venue.seenFills.add(fill);
            }
            venue.highestFill = Math.max(venue.highestFill, trade.lastTradeId());
            flushed.add(trade);
        }
        if (trade.isAggregate()) {
            venue.highestAggregate = Math.max(venue.highestAggregate, trade.aggregateId());
        }
    }

    private void flushNamed(CanonicalEvent trade) {
        Venue venue = venue(trade, v -> v.highestFill >= 0);
        List<Long> names = venue.names;
        List<Long> remembered = names.subList(Math.max(0, names.size() - 128), names.size());
        if (remembered.contains(trade.firstTradeId())) {
            duplicates++;
        } else {
            names.add(trade.firstTradeId());
            flushed.add(trade);
        }
    }

    /** A venue that names its trades in the other way than before is as if never heard. */
    private Venue venue(CanonicalEvent trade, Predicate<Venue> isOfTheOtherWay) {
        venues.computeIfPresent(trade.venue(), (_, venue) -> isOfTheOtherWay.test(venue) ? new Venue() : venue);
        return venues.computeIfAbsent(trade.venue(), _ -> new Venue());
    }

    private void addGap(CanonicalEvent trade, Venue venue) {
        if (!trade.isAggregate() || venue.highestAggregate == 0) {
            flushed.add(CanonicalEvent.gap(trade, false, venue.highestFill + 1, trade.firstTradeId() - 1));
        } else if (trade.aggregateId() > venue.highestAggregate + 1) {
            flushed.add(CanonicalEvent.gap(trade, true, venue.highestAggregate + 1, trade.aggregateId() - 1));
        }
    }

    private List<CanonicalEvent> withLateMarks() {
        long newestBeforeMs = newestFlushedMs;
        List<CanonicalEvent> marked = new ArrayList<>();
        for (CanonicalEvent event : flushed) {
            if (OF_HEARING.contains(event.kind())) {
                marked.add(event);
                continue;
            }
            marked.add(event.exchangeTimeMs() < newestBeforeMs ? event.late() : event);
            newestFlushedMs = Math.max(newestFlushedMs, event.exchangeTimeMs());
        }
        return marked;
    }
}
