package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.event.EventFlag;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.RandomFrames;
import pawl.kernel.toy.ToyGroups;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyRun;

/** D1: the canonical inputs in the event log alone, run again, give the decisions in that log. */
class LogReplayTest {
    private static final ToyPlan PLAN = ToyPlan.STANDARD.withGroups(ToyGroups.SOME);

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inputsOutOfTheLogsGiveTheirDecisionsAndTheirBytes(long seed) throws Exception {
        ToyPlan plan = seed % 2 == 0 ? PLAN : PLAN.withConflation();
        HeapLogStore live = ToyRun.straightThrough(plan, RandomFrames.of(seed, 200));
        assertThat(ticksRun(live, plan)).isEqualTo(LogTexts.committedTicks(live));
    }

    /** Words of the hearing, and trades fetched afterwards, some of them for gaps longer than the window of ids. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inputsOfTheHearingAreInputsToo(long seed) throws Exception {
        HeapLogStore live = RandomHearing.run(PLAN, seed, 200);
        assertThat(ticksRun(live, PLAN)).isEqualTo(LogTexts.committedTicks(live));
    }

    @Test
    void everyKindOfHearingIsInTheLogs() throws Exception {
        Set<String> types = new TreeSet<>();
        boolean isAnyBackfilled = false;
        for (long seed : seeds().toArray()) {
            for (String text : LogTexts.ofToken(RandomHearing.run(PLAN, seed, 200), "AAA")) {
                String[] words = text.split(" ");
                types.add(words[1]);
                isAnyBackfilled |=
                        words[1].equals("TRADE") && EventFlag.has(Integer.parseInt(words[5]), EventFlag.BACKFILLED);
            }
        }
        assertThat(types).contains("FEED_STATE", "FEED_COUNT", "CLOCK_STEP", "BACK_PRESSURE", "GAP", "OUTAGE");
        assertThat(isAnyBackfilled).isTrue();
    }

    /** Every append is compared, so that one other bit anywhere ends the run there. */
    @Test
    void whatTheInputsDoNotGiveIsFound() throws Exception {
        HeapLogStore live = ToyRun.straightThrough(PLAN, RandomFrames.of(3, 200));
        ToyPlan other = PLAN.withGroups(ToyGroups.NONE);
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> ticksRun(live, other))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CHECK_FAILED))
                .withMessageMatching(
                        "tick [0-9]+: (logs|ticks)/.* at byte [0-9]+: running its inputs again gives other bytes");
    }

    private static List<Long> ticksRun(HeapLogStore live, ToyPlan plan) throws Exception {
        List<Long> ticks = new ArrayList<>();
        try (Reexecution again = new Reexecution(live, (configuration, header) -> plan.plan())) {
            while (again.next()) {
                ticks.add(again.tick());
            }
        }
        return ticks;
    }
}
