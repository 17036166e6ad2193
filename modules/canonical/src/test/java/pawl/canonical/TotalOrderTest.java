package pawl.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.event.EventBatch;
import pawl.api.event.EventKind;

/** D3's order, against the JDK's own stable sort with a comparator written from the spec. */
final class TotalOrderTest {
    private static final int MOST_EVENTS = 2_000;

    private static final List<EventKind> SOURCE_PRIORITY = List.of(
            EventKind.TRADE,
            EventKind.LIQUIDATION,
            EventKind.BOOK_TICKER,
            EventKind.MARK_PRICE,
            EventKind.FUNDING,
            EventKind.OPEN_INTEREST,
            EventKind.GAP,
            EventKind.FEED_STATE,
            EventKind.CLOCK_STEP,
            EventKind.FEED_COUNT,
            EventKind.BACK_PRESSURE,
            EventKind.ADAPTER_CHANGE);

    /** Exchange timestamp, then source priority, then venue priority, then the venue's sequence; a stable sort adds arrival. */
    static final Comparator<CanonicalEvent> D3 = Comparator.comparingLong(CanonicalEvent::exchangeTimeMs)
            .thenComparingInt(event -> SOURCE_PRIORITY.indexOf(event.kind()))
            .thenComparingInt(CanonicalEvent::venue)
            .thenComparingLong(event -> event.isWithoutOrder() ? Long.MIN_VALUE : event.sequence());

    static Stream<Arguments> pairsInOrder() {
        return Stream.of(
                arguments("time before all else", event(EventKind.GAP, 9, 1, 9), event(EventKind.TRADE, 0, 2, 0)),
                arguments("a trade before a liquidation", at(EventKind.TRADE), at(EventKind.LIQUIDATION)),
                arguments("a liquidation before a quote", at(EventKind.LIQUIDATION), at(EventKind.BOOK_TICKER)),
                arguments("a quote before a mark price", at(EventKind.BOOK_TICKER), at(EventKind.MARK_PRICE)),
                arguments("a mark price before funding", at(EventKind.MARK_PRICE), at(EventKind.FUNDING)),
                arguments("funding before open interest", at(EventKind.FUNDING), at(EventKind.OPEN_INTEREST)),
                arguments("kind before venue", event(EventKind.TRADE, 1, 5, 9), event(EventKind.BOOK_TICKER, 0, 5, 1)),
                arguments("venue before sequence", event(EventKind.TRADE, 0, 5, 9), event(EventKind.TRADE, 1, 5, 1)),
                arguments("the venue's sequence", event(EventKind.TRADE, 0, 5, 1), event(EventKind.TRADE, 0, 5, 2)),
                arguments(
                        "numbers far apart",
                        event(EventKind.TRADE, 0, Long.MIN_VALUE, 0),
                        event(EventKind.TRADE, 0, Long.MAX_VALUE, 0)),
                arguments(
                        "sequences far apart",
                        event(EventKind.TRADE, 0, 5, Long.MIN_VALUE),
                        event(EventKind.TRADE, 0, 5, Long.MAX_VALUE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairsInOrder")
    void ordersAPair(String rule, CanonicalEvent first, CanonicalEvent second) {
        assertThat(sorted(List.of(first, second))).as(rule).containsExactly(first, second);
        assertThat(sorted(List.of(second, first))).as(rule).containsExactly(first, second);
    }

    @Test
    void namesWithoutOrderStandAsTheyCameAndBeforeNumbers() {
        CanonicalEvent nine = CanonicalEvent.named(0, 5, 9, 1, 1);
        CanonicalEvent minusSeven = CanonicalEvent.named(0, 5, -7, 1, 1);
        CanonicalEvent numbered = CanonicalEvent.fill(0, 5, 0, 1, 1);
        assertThat(sorted(List.of(nine, numbered, minusSeven))).containsExactly(nine, minusSeven, numbered);
        assertThat(sorted(List.of(minusSeven, nine, numbered))).containsExactly(minusSeven, nine, numbered);
    }

    @Test
    void leavesEqualKeysInOrderOfArrival() {
        List<CanonicalEvent> arrived = new ArrayList<>();
        for (int i = 0; i < 37; i++) {
            arrived.add(CanonicalEvent.other(EventKind.BOOK_TICKER, 0, 5, 1, i));
        }

        assertThat(sorted(arrived)).isEqualTo(arrived);
    }

    @Test
    void sortsNothing() {
        assertThat(sorted(List.of())).isEmpty();
    }

    static Stream<Arguments> seedsAndArrivals() {
        List<Arguments> arguments = new ArrayList<>();
        for (long seed = 1; seed <= 12; seed++) {
            arguments.add(arguments(seed, "as drawn", UnaryOperator.<List<CanonicalEvent>>identity()));
            arguments.add(arguments(seed, "in order", (UnaryOperator<List<CanonicalEvent>>) TotalOrderTest::byD3));
            arguments.add(arguments(seed, "reversed", (UnaryOperator<List<CanonicalEvent>>)
                    events -> byD3(events).reversed()));
            arguments.add(
                    arguments(seed, "two runs", (UnaryOperator<List<CanonicalEvent>>) TotalOrderTest::inTwoSortedRuns));
        }
        return arguments.stream();
    }

    /** One order is used for batches of all sizes, since it keeps its arrays from call to call. */
    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("seedsAndArrivals")
    void agreesWithAStableSortByTheDocumentedKey(
            long seed, String arrival, UnaryOperator<List<CanonicalEvent>> arranged) {
        SplittableRandom random = new SplittableRandom(seed);
        TotalOrder order = new TotalOrder();
        for (int size : new int[] {1, 2, 3, 16, 17, random.nextInt(MOST_EVENTS), 5, MOST_EVENTS, 0}) {
            List<CanonicalEvent> arrived = arranged.apply(randomEvents(random, size));

            List<CanonicalEvent> sorted = sorted(order, arrived);

            assertThat(sorted).as("%d events %s", size, arrival).isEqualTo(byD3(arrived));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void doesNotDependOnArrivalWhereKeysDiffer(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CanonicalEvent> events = randomEvents(random, random.nextInt(MOST_EVENTS));
        List<CanonicalEvent> distinct = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            CanonicalEvent drawn = events.get(i);
            distinct.add(CanonicalEvent.other(drawn.kind(), drawn.venue(), drawn.exchangeTimeMs(), i, 0));
        }
        List<CanonicalEvent> expected = sorted(distinct);

        for (int i = 0; i < 5; i++) {
            List<CanonicalEvent> shuffled = new ArrayList<>(distinct);
            shuffle(random, shuffled);
            assertThat(sorted(shuffled)).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void namesEachPositionOnce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = random.nextInt(MOST_EVENTS);
        int[] positions = new TotalOrder().of(CanonicalEvent.batchOf(randomEvents(random, size)));

        List<Integer> named = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            named.add(positions[i]);
        }
        Collections.sort(named);
        for (int i = 0; i < size; i++) {
            assertThat(named.get(i)).isEqualTo(i);
        }
    }

    static void shuffle(SplittableRandom random, List<?> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }

    private static CanonicalEvent at(EventKind kind) {
        return event(kind, 0, 5, 1);
    }

    private static CanonicalEvent event(EventKind kind, int venue, long exchangeTimeMs, long sequence) {
        return CanonicalEvent.other(kind, venue, exchangeTimeMs, sequence, 0);
    }

    /** Few values for each part of the key, so that ties are common; the payload is the event's number. */
    private static List<CanonicalEvent> randomEvents(SplittableRandom random, int size) {
        EventKind[] kinds = EventKind.values();
        int times = 1 + random.nextInt(40);
        List<CanonicalEvent> events = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            events.add(CanonicalEvent.other(
                    kinds[random.nextInt(kinds.length)],
                    random.nextInt(3),
                    1_700_000_000_000L + random.nextInt(times),
                    random.nextInt(4),
                    i));
        }
        return events;
    }

    private static List<CanonicalEvent> byD3(List<CanonicalEvent> events) {
        List<CanonicalEvent> sorted = new ArrayList<>(events);
        sorted.sort(D3);
        return sorted;
    }

    private static List<CanonicalEvent> inTwoSortedRuns(List<CanonicalEvent> events) {
        int middle = events.size() / 3;
        List<CanonicalEvent> runs = new ArrayList<>(byD3(events.subList(0, middle)));
        runs.addAll(byD3(events.subList(middle, events.size())));
        return runs;
    }

    private static List<CanonicalEvent> sorted(List<CanonicalEvent> arrived) {
        return sorted(new TotalOrder(), arrived);
    }

    private static List<CanonicalEvent> sorted(TotalOrder order, List<CanonicalEvent> arrived) {
        EventBatch batch = CanonicalEvent.batchOf(arrived);
        int[] positions = order.of(batch);
        List<CanonicalEvent> events = new ArrayList<>();
        for (int i = 0; i < arrived.size(); i++) {
            events.add(arrived.get(positions[i]));
        }
        return events;
    }
}
