package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.RandomFrames;
import pawl.kernel.toy.ToyFrame;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyRun;

class FullStoreTest {
    private static final List<ToyFrame> FRAMES = RandomFrames.of(1, 30);

    @Test
    void aStoreThatIsFullAtAnyWriteStopsTheRunAndHoldsWholeTicks() throws Exception {
        HeapLogStore complete = ToyRun.straightThrough(ToyPlan.STANDARD, FRAMES);
        List<Long> allTicks = LogTexts.committedTicks(complete);
        assertThat(complete.writeCount()).isGreaterThan(50);
        for (int writes = 0; writes < complete.writeCount(); writes++) {
            HeapLogStore store = new HeapLogStore();
            store.setWritesUntilFull(writes);
            assertThatExceptionOfType(PawlException.class)
                    .as("full after %d writes", writes)
                    .isThrownBy(() -> ToyRun.through(ToyPlan.STANDARD, store, FRAMES, Long.MAX_VALUE))
                    .withMessageMatching("tick \\d+ could not be stored: .*: no space is left")
                    .withCauseInstanceOf(StorageException.class)
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.USAGE));
            List<Long> committed = LogTexts.committedTicks(store);
            assertThat(committed).as("after %d writes", writes).isEqualTo(allTicks.subList(0, committed.size()));
            assertSameLogs(store, runThrough(committed));
        }
    }

    private static HeapLogStore runThrough(List<Long> committed) throws Exception {
        HeapLogStore store = new HeapLogStore();
        if (!committed.isEmpty()) {
            ToyRun.through(ToyPlan.STANDARD, store, FRAMES, committed.getLast());
        }
        return store;
    }

    private static void assertSameLogs(HeapLogStore one, HeapLogStore other) {
        for (String folder : List.of("logs", "ticks")) {
            assertThat(one.list(folder)).isEqualTo(other.list(folder));
            for (String name : one.list(folder)) {
                assertThat(one.bytes(name)).as(name).isEqualTo(other.bytes(name));
            }
        }
    }
}
