package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static pawl.storage.Samples.BTC_LOG;
import static pawl.storage.Samples.IDENTITY;
import static pawl.storage.Samples.TICK;
import static pawl.storage.Samples.TICK_LOG;
import static pawl.storage.Samples.TOKENS;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;

/** When files are forced and closed, and what the engine's thread does meanwhile. */
class EngineLogForcingTest {
    private static final long NEXT_DAY = Ticks.firstOfDay(Samples.DAY + 1);
    private static final int FLUSH_TICKS = 4;

    private final ForcedStore store = new ForcedStore();
    private final HandThreads thread = new HandThreads();

    /** Begins a task when it is told to. */
    private static final class HandThreads implements ForceThreads {
        private Share task;

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public void begin(Share forcing) {
            assertThat(task).as("one task at a time").isNull();
            task = forcing;
        }

        @Override
        public boolean isBusy() {
            return task != null;
        }

        @Override
        public void awaitEnd() {
            if (task != null) {
                end();
            }
        }

        void end() {
            Share ended = task;
            task = null;
            ended.run(0);
        }
    }

    private EngineLog log(Durability durability) {
        EngineLog log = new EngineLog(store, IDENTITY, TOKENS, FLUSH_TICKS);
        log.forceAs(durability, thread);
        return log;
    }

    private static void commit(EngineLog log, long tick) throws Exception {
        log.events(0, tick, Samples.events());
        log.commit(tick, tick);
    }

    private static void commit(EngineLog log, long first, int ticks) throws Exception {
        for (int i = 0; i < ticks; i++) {
            commit(log, first + i);
        }
    }

    @Test
    void aTickThatIsForcedIsOnDiskBeforeItCountsAndItsRecordsBeforeWhatCommitsThem() throws Exception {
        try (EngineLog log = log(Durability.TICK)) {
            commit(log, TICK);
            assertThat(store.calls)
                    .containsExactly(
                            "append " + BTC_LOG, "force " + BTC_LOG, "append " + TICK_LOG, "force " + TICK_LOG);
            store.calls.clear();
            log.commit(TICK + 1, TICK + 1);
            assertThat(store.calls).containsExactly("append " + TICK_LOG, "force " + TICK_LOG);
        }
    }

    @Test
    void aTickThatCannotBeForcedDoesNotCount() throws Exception {
        EngineLog log = log(Durability.TICK);
        commit(log, TICK);
        store.failingForces = 1;
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> commit(log, TICK + 1))
                .withMessageContaining("could not be forced to disk: the disk is gone");
        log.close();
        assertThat(LogCatalog.of(store).lastCommittedTick(store)).hasValue(TICK);
    }

    @Test
    void eachSecondIsForcedWhileTheEngineGoesOn() throws Exception {
        try (EngineLog log = log(Durability.SECOND)) {
            commit(log, TICK, 3);
            assertThat(store.calls).isEmpty();
            commit(log, TICK + 3);
            assertThat(store.calls).containsExactly("append " + BTC_LOG, "append " + TICK_LOG);
            commit(log, TICK + 4, 9);
            assertThat(store.forced()).isEmpty();
            assertThat(log.mostUnforcedTicks()).isEqualTo(13);

            thread.end();
            assertThat(store.forced()).containsExactly(BTC_LOG, TICK_LOG);
            store.calls.clear();
            commit(log, TICK + 13);
            assertThat(store.calls)
                    .as("late, and all of it")
                    .containsExactly("append " + BTC_LOG, "append " + TICK_LOG);
            thread.end();
            assertThat(store.forced()).containsExactly(BTC_LOG, TICK_LOG);
            commit(log, TICK + 14);
            assertThat(log.mostUnforcedTicks()).isEqualTo(13);
        }
    }

    @Test
    void whatNothingWasAppendedToIsNotForced() throws Exception {
        try (EngineLog log = log(Durability.SECOND)) {
            commit(log, TICK, 4);
            thread.end();
            store.calls.clear();
            for (int i = 4; i < 8; i++) {
                log.commit(TICK + i, TICK + i);
            }
            thread.end();
            assertThat(store.forced()).containsExactly(TICK_LOG);
        }
    }

    @Test
    void aDaysFilesAreForcedBeforeTheyAreClosedAndNeverClosedUnderARound() throws Exception {
        for (Durability durability : new Durability[] {Durability.SECOND, Durability.SYSTEM}) {
            store.calls.clear();
            try (EngineLog log = log(durability)) {
                commit(log, NEXT_DAY - 6, 5);
                commit(log, NEXT_DAY - 1, 3);
                assertThat(store.calls).as("a round may be under way").noneMatch(call -> call.startsWith("close"));
                while (store.calls.stream().noneMatch(call -> call.startsWith("close"))) {
                    thread.end();
                    commit(log, log.committedTicks() + NEXT_DAY - 6);
                }
                for (String name : new String[] {BTC_LOG, TICK_LOG}) {
                    assertThat(store.calls.indexOf("close " + name))
                            .as(durability + " " + name)
                            .isGreaterThan(store.calls.indexOf("force " + name))
                            .isGreaterThan(store.calls.lastIndexOf("append " + name));
                }
            }
            store.files.clear();
        }
    }

    @Test
    void aRoundThatFailedEndsTheLogAtTheNextCommitAndIsNeverMadeAgain() throws Exception {
        EngineLog log = log(Durability.SECOND);
        commit(log, TICK, 4);
        store.failingForces = 1;
        thread.end();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> commit(log, TICK + 4))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.DEVICE))
                .withMessage(
                        "what was committed could not be forced to disk: the disk is gone; what was committed since"
                                + " the last time may be in memory alone, even where it can be read: mount the disk anew, or start"
                                + " the machine anew, before going on with --resume");
        assertThatIllegalStateException().isThrownBy(() -> commit(log, TICK + 5));
        assertThatIllegalStateException().isThrownBy(log::force);
        store.calls.clear();
        log.close();
        assertThat(store.calls).containsExactly("close " + BTC_LOG, "close " + TICK_LOG);
    }

    @Test
    void aRoundThatFailedIsSaidAtTheEndWhereNothingIsCommittedAfterIt() throws Exception {
        EngineLog log = log(Durability.SECOND);
        commit(log, TICK, 4);
        store.failingForces = 1;
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(log::force)
                .withMessageStartingWith("what was committed could not be forced to disk");
        log.close();
    }

    @Test
    void anEndForcesAllThatWasWrittenEver() throws Exception {
        for (Durability durability : Durability.values()) {
            store.calls.clear();
            try (EngineLog log = log(durability)) {
                commit(log, NEXT_DAY - 1, 2);
                log.force();
                for (String name : store.files.keySet()) {
                    assertThat(store.calls.lastIndexOf("force " + name))
                            .as(durability + " " + name)
                            .isGreaterThan(store.calls.lastIndexOf("append " + name));
                }
            }
            store.files.clear();
        }
    }

    @Test
    void theSystemIsLeftAloneUntilTheDayEnds() throws Exception {
        try (EngineLog log = log(Durability.SYSTEM)) {
            commit(log, TICK, 100);
            assertThat(store.forced()).isEmpty();
            assertThat(log.mostUnforcedTicks()).isEqualTo(100);
        }
    }

    @Test
    void whateverTheDurabilityTheBytesAreTheSame() throws Exception {
        List<StoreDigest> digests = new ArrayList<>();
        for (Durability durability : Durability.values()) {
            ForcedStore own = new ForcedStore();
            try (EngineLog log = new EngineLog(own, IDENTITY, TOKENS, FLUSH_TICKS)) {
                log.forceAs(durability, ForceThreads.NONE);
                commit(log, NEXT_DAY - 11, 30);
                log.force();
            }
            digests.add(StoreDigest.of(own));
        }
        assertThat(digests).hasSize(3).containsOnly(digests.getFirst());
    }
}
