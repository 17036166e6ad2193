package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.RandomFrames;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyRun;
import pawl.storage.RecordType;

/** D1: the canonical inputs in the event log alone, run again, give the decisions in that log. */
class LogReplayTest {
    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inputsOutOfTheLogsGiveTheirDecisionsAndTheirBytes(long seed) throws Exception {
        ToyPlan plan = seed % 2 == 0 ? ToyPlan.STANDARD : ToyPlan.STANDARD.withConflation();
        HeapLogStore live = ToyRun.straightThrough(plan, RandomFrames.of(seed, 200));
        HeapLogStore again = new HeapLogStore();
        new LogReplay(live, plan.plan(), again).run();
        for (String token : List.of("AAA", "BBB", "CCC")) {
            assertThat(LogTexts.ofToken(again, token, RecordType.TRANSITION, RecordType.TIER_CHANGE))
                    .as(token)
                    .isEqualTo(LogTexts.ofToken(live, token, RecordType.TRANSITION, RecordType.TIER_CHANGE))
                    .isNotEmpty();
        }
        for (String folder : List.of("logs", "ticks")) {
            assertThat(again.list(folder)).isEqualTo(live.list(folder));
            for (String name : live.list(folder)) {
                assertThat(again.bytes(name)).as(name).isEqualTo(live.bytes(name));
            }
        }
    }
}
