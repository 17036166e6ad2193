package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The budget against a list of everything that was used. */
final class SlidingBudgetTest {
    private static final long WINDOW_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long COUNTED_NS = WINDOW_NS + WINDOW_NS / 10;

    private record Use(long atNs, int cost) {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("pawl.seeds", 30));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverLetsMoreThroughInAnyWindow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int limit = 1 + random.nextInt(50);
        SlidingBudget budget = new SlidingBudget(limit, WINDOW_NS);
        ArrayDeque<Use> uses = new ArrayDeque<>();
        long nowNs = random.nextLong(); // Monotonic clocks begin anywhere.
        for (int i = 0; i < 5_000; i++) {
            nowNs += random.nextInt(4) == 0 ? random.nextLong(WINDOW_NS) : random.nextLong(WINDOW_NS / 100);
            long now = nowNs;
            uses.removeIf(use -> now - use.atNs() >= COUNTED_NS);
            int used = uses.stream().mapToInt(Use::cost).sum();
            int cost = 1 + random.nextInt(limit);
            int reserve = random.nextInt(3);
            int keep = Math.min(reserve, limit - cost);

            assertThat(budget.used(nowNs)).isEqualTo(used);
            boolean taken = budget.tryTake(cost, reserve, nowNs);

            assertThat(taken).as("as much as there is room for").isEqualTo(used + cost + keep <= limit);
            if (taken) {
                uses.add(new Use(nowNs, cost));
            }
            assertThat(budget.used(nowNs)).isLessThanOrEqualTo(limit);
        }
    }

    @Test
    void takesTheVenuesCountWhereItIsHigher() {
        SlidingBudget budget = new SlidingBudget(100, WINDOW_NS);
        assertThat(budget.tryTake(10, 0, 0)).isTrue();
        budget.raiseTo(5, 1);
        assertThat(budget.used(1)).isEqualTo(10);
        budget.raiseTo(95, 2);
        assertThat(budget.used(2)).isEqualTo(95);
        assertThat(budget.tryTake(6, 0, 3)).isFalse();
        assertThat(budget.tryTake(5, 0, 3)).isTrue();
        assertThat(budget.allows(100)).isTrue();
        assertThat(budget.allows(101)).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void b11_attemptsAgainstADeadVenueFitItsBudget(long seed) {
        long windowNs = TimeUnit.MINUTES.toNanos(5);
        SlidingBudget budget = new SlidingBudget(300, windowNs);
        Backoff[] sockets = new Backoff[40];
        long[] nextNs = new long[sockets.length];
        for (int i = 0; i < sockets.length; i++) {
            sockets[i] = new Backoff(TimeUnit.MILLISECONDS.toNanos(250), TimeUnit.SECONDS.toNanos(30), seed + i);
        }
        ArrayDeque<Long> inWindow = new ArrayDeque<>();
        long attempts = 0;
        for (long nowNs = 0; nowNs < TimeUnit.MINUTES.toNanos(10); nowNs += TimeUnit.MILLISECONDS.toNanos(20)) {
            while (!inWindow.isEmpty() && nowNs - inWindow.getFirst() >= windowNs) {
                inWindow.removeFirst();
            }
            for (int i = 0; i < sockets.length; i++) {
                if (nowNs >= nextNs[i] && budget.tryTake(1, 0, nowNs)) {
                    nextNs[i] = nowNs + sockets[i].nextNs();
                    inWindow.add(nowNs);
                    attempts++;
                }
            }
            assertThat(inWindow.size()).isLessThanOrEqualTo(300);
        }
        assertThat(attempts).as("and they go on").isGreaterThan(300);
    }
}
