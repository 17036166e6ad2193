package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static pawl.storage.Samples.IDENTITY;
import static pawl.storage.Samples.TICK;
import static pawl.storage.Samples.TOKENS;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.event.EventBatch;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;

class EngineLogFailureTest {
    private static final long FIRST_TICK = Ticks.firstOfDay(Samples.DAY + 1) - 10;

    @ParameterizedTest(name = "flush every {0} ticks")
    @ValueSource(ints = {1, 2, 3})
    void aStoreThatIsFullAtAnyWriteHoldsWholeTicksOnly(int flushTicks) throws Exception {
        HeapLogStore complete = new HeapLogStore();
        run(complete, flushTicks, FIRST_TICK, FIRST_TICK + 20);
        assertThat(complete.writes).isGreaterThan(20);

        for (int writes = 0; writes < complete.writes; writes++) {
            HeapLogStore store = new HeapLogStore();
            store.writesUntilFull = writes;
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> run(store, flushTicks, FIRST_TICK, FIRST_TICK + 20))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.FULL));

            long committed = LogCatalog.of(store).lastCommittedTick(store).orElse(FIRST_TICK - 1);
            HeapLogStore upToThere = new HeapLogStore();
            run(upToThere, flushTicks, FIRST_TICK, committed + 1);
            assertThat(StoreDigest.of(store)).as("full at write %d", writes).isEqualTo(StoreDigest.of(upToThere));

            store.writesUntilFull = Integer.MAX_VALUE;
            run(store, flushTicks, committed + 1, FIRST_TICK + 20);
            assertThat(StoreDigest.of(store))
                    .as("gone on after write %d", writes)
                    .isEqualTo(StoreDigest.of(complete));
        }
    }

    @Test
    void afterAFailureTheLogTakesNothingMore() throws Exception {
        HeapLogStore store = new HeapLogStore();
        store.writesUntilFull = 0;
        EngineLog log = new EngineLog(store, IDENTITY, TOKENS, 1);
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> log.commit(TICK, TICK));
        store.writesUntilFull = Integer.MAX_VALUE;
        assertThatIllegalStateException().isThrownBy(() -> log.commit(TICK + 1, TICK + 1));
        assertThatIllegalStateException().isThrownBy(log::flush);
        log.close();
        assertThat(store.files).isEmpty();
    }

    private static void run(HeapLogStore store, int flushTicks, long from, long to)
            throws StorageException, StorageFormatException {
        try (EngineLog log = new EngineLog(store, IDENTITY, TOKENS, flushTicks)) {
            for (long tick = from; tick < to; tick++) {
                SplittableRandom random = new SplittableRandom(tick);
                for (int token = 0; token < 2; token++) {
                    EventBatch events = Samples.randomEvents(random, random.nextInt(4));
                    log.events(token, tick, events);
                }
                log.commit(tick, tick);
            }
        }
    }
}
