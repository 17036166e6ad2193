package pawl.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.event.EventBatch;
import pawl.api.event.EventKind;
import pawl.api.plugin.StateBlock;

/** The queue against {@link ReferenceQueue}, tick for tick: all kinds, several venues, disorder, jumps, repeats. */
final class TokenQueueModelTest {
    private static final List<EventKind> ARRIVING = Arrays.stream(EventKind.values())
            .filter(kind -> kind != EventKind.GAP)
            .toList();
    private static final int VENUES = 4;
    /** The last venue's trades have names without order, but for a few. */
    private static final int NAMING_VENUE = 3;

    private static final int TICKS = 60;
    private static final int BASE = 5;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 250);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void flushesWhatTheModelFlushes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean conflates = random.nextBoolean();
        TokenQueue queue = new TokenQueue(stateOf(new long[BASE + TokenQueue.stateWords(VENUES)]), VENUES, conflates);
        ReferenceQueue model = new ReferenceQueue(conflates);
        EventBatch flushed = new EventBatch();
        FlushCounts counts = new FlushCounts();
        long late = 0;
        long gaps = 0;
        for (List<CanonicalEvent> arrived : randomTicks(random)) {
            arrived.forEach(event -> event.addTo(queue.arrived()));

            queue.flush(flushed, counts);

            List<CanonicalEvent> events = CanonicalEvent.listOf(flushed);
            assertThat(events).isEqualTo(model.flush(arrived));
            assertThat(queue.arrived().size()).isZero();
            late += events.stream().filter(CanonicalEvent::isLate).count();
            gaps += events.stream().filter(event -> event.is(EventKind.GAP)).count();
        }
        assertThat(counts.duplicates).isEqualTo(model.duplicates);
        assertThat(counts.conflated).isEqualTo(model.conflated);
        assertThat(counts.late).isEqualTo(late);
        assertThat(counts.gaps).isEqualTo(gaps);
    }

    /** All that a queue remembers lies in its block: a fresh queue on a copy goes on as if nothing had been. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void goesOnFromACopyOfItsBlock(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean conflates = random.nextBoolean();
        long[] words = new long[BASE + TokenQueue.stateWords(VENUES)];
        TokenQueue straight = new TokenQueue(stateOf(words), VENUES, conflates);
        long[] copy = words;
        TokenQueue resumed = straight;
        int resumedAt = random.nextInt(TICKS);
        EventBatch flushed = new EventBatch();
        EventBatch flushedAgain = new EventBatch();
        List<List<CanonicalEvent>> ticks = randomTicks(random);
        for (int tick = 0; tick < TICKS; tick++) {
            if (tick == resumedAt) {
                copy = words.clone();
                resumed = new TokenQueue(stateOf(copy), VENUES, conflates);
            }
            ticks.get(tick).forEach(event -> event.addTo(straight.arrived()));
            straight.flush(flushed, new FlushCounts());
            if (tick >= resumedAt) {
                for (CanonicalEvent event : ticks.get(tick)) {
                    event.addTo(resumed.arrived());
                }
                resumed.flush(flushedAgain, new FlushCounts());
                assertThat(CanonicalEvent.listOf(flushedAgain)).isEqualTo(CanonicalEvent.listOf(flushed));
                assertThat(copy).isEqualTo(words);
            }
        }
        assertThat(Arrays.copyOf(words, BASE)).as("words before the block").containsOnly(0);
    }

    private static StateBlock stateOf(long[] words) {
        return new StateBlock(words, BASE, words.length - BASE);
    }

    private static List<List<CanonicalEvent>> randomTicks(SplittableRandom random) {
        List<List<CanonicalEvent>> ticks = new ArrayList<>();
        long[] nextTradeId = {random.nextLong(1_000_000), random.nextLong(1_000_000), 0, 0};
        long nowMs = 1_700_000_000_000L;
        for (int tick = 0; tick < TICKS; tick++) {
            List<CanonicalEvent> arrived = new ArrayList<>();
            int size = random.nextInt(4) == 0 ? 0 : random.nextInt(25);
            for (int i = 0; i < size; i++) {
                // Some of it is up to a second old.
                long timeMs = nowMs + random.nextInt(250) - (random.nextInt(8) == 0 ? 1_000 : 0);
                arrived.add(randomEvent(random, timeMs, nextTradeId));
            }
            ticks.add(arrived);
            nowMs += 250;
        }
        return ticks;
    }

    private static CanonicalEvent randomEvent(SplittableRandom random, long timeMs, long[] nextTradeId) {
        int venue = random.nextInt(VENUES);
        EventKind kind = ARRIVING.get(random.nextInt(ARRIVING.size()));
        if (kind != EventKind.TRADE && random.nextBoolean()) {
            return CanonicalEvent.other(kind, venue, timeMs, random.nextInt(5), random.nextInt());
        }
        if (venue == NAMING_VENUE && random.nextInt(200) != 0) {
            return CanonicalEvent.named(venue, timeMs, name(random, nextTradeId), random.nextInt(9), random.nextInt(9));
        }
        long first = Math.max(0, nextTradeId[venue] + jump(random));
        long last = first + (random.nextInt(3) == 0 ? random.nextInt(random.nextInt(40) == 0 ? 6_000 : 8) : 0);
        nextTradeId[venue] = Math.max(nextTradeId[venue], last + 1);
        return last == first && random.nextBoolean()
                ? CanonicalEvent.fill(venue, timeMs, first, random.nextInt(9), random.nextInt(9))
                : CanonicalEvent.aggregate(
                        venue, timeMs, 1 + first / 3, first, last, random.nextInt(9), random.nextInt(9));
    }

    /** Mostly new; else one of before, at times of long before. */
    private static long name(SplittableRandom random, long[] nextTradeId) {
        long number = random.nextInt(5) == 0
                ? nextTradeId[NAMING_VENUE] - random.nextInt(random.nextInt(4) == 0 ? 300 : 20)
                : nextTradeId[NAMING_VENUE]++;
        return number * 0x9e3779b97f4a7c15L;
    }

    /** How far the next trade's id lies from the one that ought to come. */
    private static long jump(SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0 -> random.nextInt(5);
            case 1 -> -random.nextInt(12);
            case 2 -> random.nextInt(25) == 0 ? random.nextInt(10_000) - 5_000 : 0;
            default -> 0;
        };
    }
}
