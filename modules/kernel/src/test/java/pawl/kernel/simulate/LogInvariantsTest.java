package pawl.kernel.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pawl.kernel.toy.ToyPlan;
import pawl.storage.ClusterTransitionRecord;
import pawl.storage.EngineLog;
import pawl.storage.EventPhaseRecord;
import pawl.storage.TransitionRecord;

/** Logs that say what no engine may come to. */
class LogInvariantsTest {
    private static final long TICK = 6_566_400_000L;

    /** What a log says of a tick, and what is wrong with it. */
    enum Wrong {
        MACHINE_SKIPS_A_STATE(
                "its machine stood in state 1 and stepped from 1 to 3; the next is 2", log -> step(log, 1, 3)),
        MACHINE_WAS_ELSEWHERE("its machine stood in state 1 and stepped from 2 to 3", log -> step(log, 2, 3)),
        CLUSTER_GOES_BACK(
                "cluster 0 stood in state 1 and stepped from 1 to 5",
                log -> log.clusterTransition(0, TICK, new ClusterTransitionRecord(1, 1, 1, 1, 1, 0, 1, 5, 1, 1, 1))),
        PHASE_IS_SKIPPED("event 0 stood in state 0 and stepped from 0 to 2", log -> phase(log, 0, TICK, 2)),
        TOKENS_DISAGREE("tokens disagree about event 0", log -> {
            phase(log, 0, TICK, 1);
            commit(log, TICK);
            phase(log, 1, TICK + 1, 1);
            commit(log, TICK + 1);
        });

        private final String told;
        private final Consumer<EngineLog> records;

        Wrong(String told, Consumer<EngineLog> records) {
            this.told = told;
            this.records = records;
        }
    }

    private static void step(EngineLog log, int from, int to) {
        log.transition(0, TICK, new TransitionRecord(1, 1, 1, 1, 1, 1, from, to, 1, 1, 0, 1));
    }

    private static void phase(EngineLog log, int token, long tick, int to) {
        log.eventPhase(token, tick, new EventPhaseRecord(0, 0, 0, 0, 0, 0, 0, to, 1, 1, 1));
    }

    private static void commit(EngineLog log, long tick) {
        try {
            log.commit(tick, tick);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static EngineLog log(SimulatedStore store) {
        return new EngineLog(store, ToyPlan.STANDARD.plan().identity(), ToyPlan.TOKENS, 1);
    }

    private static SimulatedStore store() {
        return new SimulatedDisk(new SplittableRandom(1)).start();
    }

    @ParameterizedTest
    @EnumSource
    void aWrongStepIsFound(Wrong wrong) throws Exception {
        SimulatedStore store = store();
        try (EngineLog log = log(store)) {
            wrong.records.accept(log);
            if (log.committedTicks() == 0) {
                commit(log, TICK);
            }
        }
        assertThatExceptionOfType(SimulationFailure.class)
                .isThrownBy(() -> LogInvariants.check(store))
                .withMessageContaining(wrong.told);
    }

    @Test
    void aTickThatIsLeftOutIsFoundUnlessAnOutageIsLogged() throws Exception {
        SimulatedStore without = store();
        try (EngineLog log = log(without)) {
            commit(log, TICK);
            commit(log, TICK + 5);
        }
        assertThatExceptionOfType(SimulationFailure.class)
                .isThrownBy(() -> LogInvariants.check(without))
                .satisfies(failure -> assertThat(failure.tick()).isEqualTo(TICK + 5));
        SimulatedStore with = store();
        try (EngineLog log = log(with)) {
            commit(log, TICK);
            log.outage(0, TICK + 5, TICK + 1, TICK + 4);
            commit(log, TICK + 5);
        }
        assertThat(LogInvariants.check(with).ticks()).isEqualTo(2);
    }
}
