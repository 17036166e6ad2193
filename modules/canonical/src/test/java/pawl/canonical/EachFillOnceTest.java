package pawl.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.event.EventBatch;
import pawl.api.event.EventKind;
import pawl.api.plugin.StateBlock;

/**
 * The rule for a venue that sends fills and aggregates of the same fills (D3), over streams with losses and repeats, mixed in any
 * order and cut into ticks anywhere: no fill ever counts twice, and where the single fills all arrive, each counts once.
 */
final class EachFillOnceTest {
    private static final int SEEDS = 150;

    /** What arrives of a stream, in percent; above 100 the rest is repeats. */
    enum Streams {
        BOTH_WHOLE(100, 100),
        BOTH_REPEATED(140, 140),
        FILLS_WHOLE_SOME_AGGREGATES(100, 50),
        SOME_OF_BOTH(60, 60),
        FILLS_ONLY(100, 0),
        AGGREGATES_ONLY(0, 100);

        final int fillPercent;
        final int aggregatePercent;

        Streams(int fillPercent, int aggregatePercent) {
            this.fillPercent = fillPercent;
            this.aggregatePercent = aggregatePercent;
        }
    }

    static Stream<Arguments> cases() {
        return Stream.of(Streams.values())
                .flatMap(streams -> LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> arguments(streams, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("cases")
    void countsNoFillTwiceAndAWholeStreamOnce(Streams streams, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Market market = new Market(random, 0, 1 + random.nextInt(120));
        List<CanonicalEvent> arrived = new ArrayList<>(drawn(random, market.fills, streams.fillPercent));
        arrived.addAll(drawn(random, market.aggregates, streams.aggregatePercent));
        disorder(random, arrived);

        List<CanonicalEvent> trades = flush(random, arrived);

        Set<Long> counted = new HashSet<>();
        long quantity = 0;
        for (CanonicalEvent trade : trades) {
            quantity += trade.quantityMantissa();
            for (long fill = trade.firstTradeId(); fill <= trade.lastTradeId(); fill++) {
                assertThat(counted.add(fill)).as("fill %d counts once", fill).isTrue();
            }
        }
        long quantityOfCounted = 0;
        for (CanonicalEvent fill : market.fills) {
            quantityOfCounted += counted.contains(fill.firstTradeId()) ? fill.quantityMantissa() : 0;
        }
        assertThat(quantity).as("quantity of the fills counted").isEqualTo(quantityOfCounted);
        if (streams.fillPercent >= 100) {
            assertThat(counted).hasSameSizeAs(market.fills);
        }
        for (CanonicalEvent event : arrived) {
            assertThat(LongStream.rangeClosed(event.firstTradeId(), event.lastTradeId())
                            .anyMatch(counted::contains))
                    .as("%s counts, or something of it did", event)
                    .isTrue();
        }
    }

    /** Each message in full, then repeats, or only a part. */
    private static List<CanonicalEvent> drawn(SplittableRandom random, List<CanonicalEvent> stream, int percent) {
        List<CanonicalEvent> drawn = new ArrayList<>();
        for (CanonicalEvent event : stream) {
            for (int left = percent; left > 0; left -= 100) {
                if (left >= 100 || random.nextInt(100) < left) {
                    drawn.add(event);
                }
            }
        }
        return drawn;
    }

    /** From nearly in order to any order. */
    private static void disorder(SplittableRandom random, List<CanonicalEvent> events) {
        if (random.nextInt(3) == 0) {
            TotalOrderTest.shuffle(random, events);
            return;
        }
        int reach = 1 + random.nextInt(20);
        List<CanonicalEvent> sorted = new ArrayList<>(events);
        sorted.sort(TotalOrderTest.D3);
        events.clear();
        while (!sorted.isEmpty()) {
            events.add(sorted.remove(random.nextInt(Math.min(reach, sorted.size()))));
        }
    }

    private static List<CanonicalEvent> flush(SplittableRandom random, List<CanonicalEvent> arrived) {
        TokenQueue queue = new TokenQueue(
                new StateBlock(new long[TokenQueue.stateWords(1)], 0, TokenQueue.stateWords(1)), 1, false);
        EventBatch flushed = new EventBatch();
        FlushCounts counts = new FlushCounts();
        List<CanonicalEvent> trades = new ArrayList<>();
        int perTick = 1 + random.nextInt(30);
        for (int i = 0; i <= arrived.size(); i++) {
            if (i == arrived.size() || random.nextInt(perTick) == 0) {
                queue.flush(flushed, counts);
                CanonicalEvent.listOf(flushed).stream()
                        .filter(event -> event.is(EventKind.TRADE))
                        .forEach(trades::add);
            }
            if (i < arrived.size()) {
                arrived.get(i).addTo(queue.arrived());
            }
        }
        assertThat(counts.duplicates).isEqualTo(arrived.size() - trades.size());
        return trades;
    }
}
