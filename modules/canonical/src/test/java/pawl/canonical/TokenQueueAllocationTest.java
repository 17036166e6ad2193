package pawl.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.plugin.StateBlock;

/** Once its arrays have grown, a flush allocates nothing: disorder, duplicates, names without order, gaps and conflation included. */
final class TokenQueueAllocationTest {
    private static final int EVENTS_PER_TICK = 200;
    private static final int TICKS = 200;

    private final TokenQueue queue =
            new TokenQueue(new StateBlock(new long[TokenQueue.stateWords(3)], 0, TokenQueue.stateWords(3)), 3, true);
    private final EventBatch flushed = new EventBatch();
    private final FlushCounts counts = new FlushCounts();
    private final SplittableRandom random = new SplittableRandom(1);
    private long tradeId = 1_000;
    private long nowMs = 1_700_000_000_000L;

    @Test
    void allocatesNothingInSteadyState() throws Throwable {
        AllocatedBytes allocated = new AllocatedBytes();
        assertThat(allocated.leastOf(1, () -> new EventBatch().clear()))
                .as("the probe sees an allocation")
                .isGreaterThan(EventBatch.WORDS_PER_EVENT * Long.BYTES);
        runTicks();

        long bytes = allocated.leastOf(20, this::runTicks);

        assertThat(bytes).isZero();
        assertThat(counts.duplicates).isPositive();
        assertThat(counts.gaps).isPositive();
        assertThat(counts.late).isPositive();
        assertThat(counts.conflated).isPositive();
    }

    private void runTicks() {
        for (int tick = 0; tick < TICKS; tick++) {
            EventBatch arrived = queue.arrived();
            for (int i = 0; i < EVENTS_PER_TICK; i++) {
                long timeMs = nowMs + random.nextInt(300) - 50;
                int venue = random.nextInt(3);
                if (random.nextBoolean()) {
                    arrived.add(EventKind.BOOK_TICKER, venue, 0, timeMs, i, 1, 1, 2, 1);
                } else if (venue == 2) {
                    long name = (tradeId - random.nextInt(200)) * 0x9e3779b97f4a7c15L;
                    arrived.add(EventKind.TRADE, venue, EventFlag.UNORDERED_ID, timeMs, name, 1, 1, name, 0);
                } else if (random.nextBoolean()) {
                    arrived.add(EventKind.TRADE, venue, 0, timeMs, tradeId, 1, 1, tradeId, 0);
                    tradeId += random.nextInt(3);
                } else {
                    long last = tradeId + random.nextInt(4);
                    arrived.add(EventKind.TRADE, venue, EventFlag.AGGREGATE, timeMs, last, 1, 1, tradeId, last / 3);
                }
            }
            queue.flush(flushed, counts);
            nowMs += 250;
        }
    }
}
