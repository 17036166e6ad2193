package pawl.kernel.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.RecoveryReport;
import pawl.kernel.toy.ChangingFrames;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.ToyFrame;
import pawl.kernel.toy.ToyGroups;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyRun;

/** A run that is killed at any write, and goes on after recovery, ends with the files of one that was never killed. */
class KilledRunTest {
    private static final ToyPlan PLAN = ToyPlan.STANDARD.withGroups(ToyGroups.SOME);

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("pawl.seeds", 100));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsAsIfItHadNeverBeen(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        ToyPlan plan = seed % 2 == 0 ? PLAN : PLAN.withConflation();
        List<ToyFrame> frames = ChangingFrames.of(seed, 20 + random.nextInt(60));
        HeapLogStore straight = ToyRun.straightThrough(plan, frames);
        HeapLogStore killed = new HeapLogStore();
        int kills = 1 + random.nextInt(3);
        for (int i = 0; i < kills; i++) {
            runKilled(plan, killed, frames, random);
            RecoveryReport report = recover(plan, killed);
            assertThat(recover(plan, killed).isClean())
                    .as("after recovery: %s", report.lines())
                    .isTrue();
        }
        ToyRun.through(plan, killed, frames, Long.MAX_VALUE);
        SameButAside.assertSame(killed, straight);
    }

    /** Recovery itself is killed, again and again. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsSoWhereRecoveryIsKilledToo(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(~seed);
        List<ToyFrame> frames = ChangingFrames.of(seed, 40);
        HeapLogStore straight = ToyRun.straightThrough(PLAN, frames);
        HeapLogStore killed = new HeapLogStore();
        runKilled(PLAN, killed, frames, random);
        for (int i = 0; i < 4; i++) {
            KilledStore dying = new KilledStore(killed, 1 + random.nextInt(12), random.nextDouble());
            try {
                new Recovery(dying, (configuration, header) -> PLAN.plan(), ToyKill.TOKENS, false).run(true);
            } catch (PawlException e) {
                assertThat(e).hasMessageContaining("killed");
            }
        }
        recover(PLAN, killed);
        ToyRun.through(PLAN, killed, frames, Long.MAX_VALUE);
        SameButAside.assertSame(killed, straight);
    }

    private static RecoveryReport recover(ToyPlan plan, HeapLogStore store) throws PawlException {
        return new Recovery(store, (configuration, header) -> plan.plan(), ToyKill.TOKENS, false).run(true);
    }

    private static void runKilled(ToyPlan plan, HeapLogStore store, List<ToyFrame> frames, SplittableRandom random)
            throws Exception {
        long writes = ToyKill.writesOf(plan, store.copy(), frames);
        if (writes == 0) {
            return; // The run before was killed in its last write, or behind it.
        }
        KilledStore dying = new KilledStore(store, 1 + random.nextLong(writes), random.nextDouble());
        ToyKill.run(plan, dying, frames);
        assertThat(dying.isKilled()).isTrue();
    }
}
