package pawl.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static pawl.canonical.CanonicalEvent.aggregate;
import static pawl.canonical.CanonicalEvent.fill;
import static pawl.canonical.CanonicalEvent.gap;
import static pawl.canonical.CanonicalEvent.other;

import java.util.List;
import org.junit.jupiter.api.Test;
import pawl.api.event.EventBatch;
import pawl.api.event.EventKind;
import pawl.api.plugin.StateBlock;

/** Late marks, conflation and venues, tick by tick. */
final class TokenQueueTest {
    private static final int VENUES = 2;

    private final long[] words = new long[TokenQueue.stateWords(VENUES)];
    private final FlushCounts counts = new FlushCounts();
    private final TokenQueue plain = new TokenQueue(new StateBlock(words, 0, words.length), VENUES, false);
    private final TokenQueue conflating = new TokenQueue(new StateBlock(words.clone(), 0, words.length), VENUES, true);

    @Test
    void marksWhatIsOlderThanAnEarlierTick() {
        assertThat(flush(plain, quote(0, 2_000, 1), quote(0, 1_000, 2)))
                .as("a tick's own disorder is no lateness")
                .containsExactly(quote(0, 1_000, 2), quote(0, 2_000, 1));

        assertThat(flush(plain, quote(0, 2_000, 3), quote(0, 1_999, 4), quote(0, 2_001, 5)))
                .containsExactly(quote(0, 1_999, 4).late(), quote(0, 2_000, 3), quote(0, 2_001, 5));
        assertThat(counts.late).isEqualTo(1);
    }

    @Test
    void aLateEventRewindsNothing() {
        flush(plain, quote(0, 5_000, 1));
        flush(plain, quote(0, 1_000, 2));

        assertThat(flush(plain, quote(0, 4_000, 3)))
                .containsExactly(quote(0, 4_000, 3).late());
    }

    @Test
    void lateIsWhatIsOlderThanAnyKindAndVenue() {
        flush(plain, quote(1, 5_000, 1));

        assertThat(flush(plain, other(EventKind.OPEN_INTEREST, 0, 4_000, 0, 7)))
                .containsExactly(other(EventKind.OPEN_INTEREST, 0, 4_000, 0, 7).late());
    }

    @Test
    void aGapThatALateTradeShowsIsLateToo() {
        flush(plain, fill(0, 1_000, 1, 5, 5), quote(0, 5_000, 1));

        CanonicalEvent late = fill(0, 1_100, 3, 5, 5);
        assertThat(flush(plain, late)).containsExactly(gap(late, false, 2, 2).late(), late.late());
        assertThat(counts.late).isEqualTo(2);
    }

    @Test
    void whatIsDroppedMovesNoMark() {
        flush(plain, fill(0, 1_000, 1, 5, 5));
        assertThat(flush(plain, fill(0, 9_000, 1, 5, 5))).as("a repeat").isEmpty();

        assertThat(flush(plain, quote(0, 2_000, 1))).containsExactly(quote(0, 2_000, 1));
    }

    @Test
    void conflatesToTheLastQuoteOfEachVenue() {
        assertThat(flush(
                        conflating,
                        quote(0, 1_003, 9),
                        quote(1, 1_001, 1),
                        quote(0, 1_001, 7),
                        quote(1, 1_001, 2),
                        quote(0, 1_002, 8)))
                .as("last in the total order, not last to arrive")
                .containsExactly(quote(1, 1_001, 2), quote(0, 1_003, 9));
        assertThat(counts.conflated).isEqualTo(3);
    }

    @Test
    void conflatesEachTickForItself() {
        flush(conflating, quote(0, 1_000, 1));

        assertThat(flush(conflating, quote(0, 1_001, 2))).containsExactly(quote(0, 1_001, 2));
        assertThat(flush(conflating, fill(0, 1_002, 1, 5, 5))).containsExactly(fill(0, 1_002, 1, 5, 5));
        assertThat(counts.conflated).isZero();
    }

    @Test
    void conflatesQuotesOnly() {
        List<CanonicalEvent> events = List.of(
                fill(0, 1_000, 1, 5, 5),
                fill(0, 1_000, 2, 5, 5),
                other(EventKind.LIQUIDATION, 0, 1_000, 0, 1),
                other(EventKind.LIQUIDATION, 0, 1_000, 0, 2),
                other(EventKind.MARK_PRICE, 0, 1_000, 0, 1),
                other(EventKind.MARK_PRICE, 0, 1_000, 0, 2),
                other(EventKind.FUNDING, 0, 1_000, 0, 1),
                other(EventKind.FUNDING, 0, 1_000, 0, 2),
                other(EventKind.OPEN_INTEREST, 0, 1_000, 0, 1),
                other(EventKind.OPEN_INTEREST, 0, 1_000, 0, 2));

        assertThat(flush(conflating, events.toArray(CanonicalEvent[]::new))).isEqualTo(events);
    }

    @Test
    void keepsAllQuotesUnlessTold() {
        assertThat(flush(plain, quote(0, 1_000, 1), quote(0, 1_000, 2))).hasSize(2);
        assertThat(counts.conflated).isZero();
    }

    @Test
    void venuesNumberTheirTradesApart() {
        assertThat(flush(plain, fill(0, 1_000, 1, 5, 5), fill(1, 1_000, 1, 6, 5)))
                .containsExactly(fill(0, 1_000, 1, 5, 5), fill(1, 1_000, 1, 6, 5));

        CanonicalEvent afterHole = aggregate(1, 1_200, 3, 4, 6, 6, 5);
        assertThat(flush(plain, fill(0, 1_100, 2, 5, 5), fill(1, 1_100, 1, 6, 5), afterHole))
                .containsExactly(fill(0, 1_100, 2, 5, 5), gap(afterHole, false, 2, 3), afterHole);
        assertThat(counts.duplicates).isEqualTo(1);
        assertThat(counts.gaps).isEqualTo(1);
    }

    @Test
    void flushingNothingLeavesTheStateAlone() {
        flush(plain, fill(0, 1_000, 1, 5, 5), quote(1, 2_000, 1));
        long[] before = words.clone();
        EventBatch flushed = CanonicalEvent.batchOf(List.of(quote(0, 1, 1)));

        plain.flush(flushed, counts);

        assertThat(flushed.size()).as("what an earlier tick left in the batch").isZero();
        assertThat(words).isEqualTo(before);
    }

    private List<CanonicalEvent> flush(TokenQueue queue, CanonicalEvent... events) {
        for (CanonicalEvent event : events) {
            event.addTo(queue.arrived());
        }
        EventBatch flushed = new EventBatch();
        queue.flush(flushed, counts);
        return CanonicalEvent.listOf(flushed);
    }

    private static CanonicalEvent quote(int venue, long exchangeTimeMs, long updateId) {
        return other(EventKind.BOOK_TICKER, venue, exchangeTimeMs, updateId, updateId);
    }
}
