package pawl.canonical;

import java.util.ArrayList;
import java.util.List;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;

/** An event as a value, so that tests compare lists of them. The last four are the batch's words 3 to 6. */
record CanonicalEvent(
        EventKind kind, int venue, int flags, long exchangeTimeMs, long sequence, long a, long b, long c, long d) {

    static CanonicalEvent fill(
            int venue, long exchangeTimeMs, long tradeId, long priceMantissa, long quantityMantissa) {
        return new CanonicalEvent(
                EventKind.TRADE, venue, 0, exchangeTimeMs, tradeId, priceMantissa, quantityMantissa, tradeId, 0);
    }

    static CanonicalEvent named(
            int venue, long exchangeTimeMs, long fingerprint, long priceMantissa, long quantityMantissa) {
        return fill(venue, exchangeTimeMs, fingerprint, priceMantissa, quantityMantissa)
                .with(EventFlag.UNORDERED_ID);
    }

    static CanonicalEvent aggregate(
            int venue,
            long exchangeTimeMs,
            long aggregateId,
            long firstTradeId,
            long lastTradeId,
            long priceMantissa,
            long quantityMantissa) {
        return new CanonicalEvent(
                EventKind.TRADE,
                venue,
                EventFlag.AGGREGATE,
                exchangeTimeMs,
                lastTradeId,
                priceMantissa,
                quantityMantissa,
                firstTradeId,
                aggregateId);
    }

    static CanonicalEvent gap(CanonicalEvent shownBy, boolean ofAggregates, long firstMissing, long lastMissing) {
        return new CanonicalEvent(
                EventKind.GAP,
                shownBy.venue,
                ofAggregates ? EventFlag.AGGREGATE : 0,
                shownBy.exchangeTimeMs,
                shownBy.sequence,
                firstMissing,
                lastMissing,
                0,
                0);
    }

    /** An event of a kind whose payload the canonical layer does not read; the payload tells one from another. */
    static CanonicalEvent other(EventKind kind, int venue, long exchangeTimeMs, long sequence, long payload) {
        return new CanonicalEvent(
                kind, venue, 0, exchangeTimeMs, sequence, payload, payload + 1, payload + 2, payload + 3);
    }

    static List<CanonicalEvent> listOf(EventBatch batch) {
        List<CanonicalEvent> events = new ArrayList<>();
        for (int event = 0; event < batch.size(); event++) {
            events.add(new CanonicalEvent(
                    batch.kind(event),
                    batch.venueIndex(event),
                    batch.flags(event),
                    batch.payload(event, 0),
                    batch.payload(event, 1),
                    batch.payload(event, 2),
                    batch.payload(event, 3),
                    batch.payload(event, 4),
                    batch.payload(event, 5)));
        }
        return events;
    }

    static EventBatch batchOf(List<CanonicalEvent> events) {
        EventBatch batch = new EventBatch();
        events.forEach(event -> event.addTo(batch));
        return batch;
    }

    void addTo(EventBatch batch) {
        batch.add(kind, venue, flags, exchangeTimeMs, sequence, a, b, c, d);
    }

    CanonicalEvent late() {
        return new CanonicalEvent(kind, venue, flags | EventFlag.LATE, exchangeTimeMs, sequence, a, b, c, d);
    }

    boolean is(EventKind other) {
        return kind == other;
    }

    boolean isAggregate() {
        return EventFlag.has(flags, EventFlag.AGGREGATE);
    }

    boolean isWithoutOrder() {
        return EventFlag.has(flags, EventFlag.UNORDERED_ID);
    }

    CanonicalEvent with(int moreFlags) {
        return new CanonicalEvent(kind, venue, flags | moreFlags, exchangeTimeMs, sequence, a, b, c, d);
    }

    boolean isLate() {
        return EventFlag.has(flags, EventFlag.LATE);
    }

    long firstTradeId() {
        return c;
    }

    long lastTradeId() {
        return sequence;
    }

    long aggregateId() {
        return d;
    }

    long quantityMantissa() {
        return b;
    }
}
