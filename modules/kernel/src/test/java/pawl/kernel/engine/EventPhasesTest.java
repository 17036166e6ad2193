package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.ToyFrame;
import pawl.kernel.toy.ToyGroups;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyRun;
import pawl.storage.EngineLog;
import pawl.storage.RecordType;

/** E7, D8, on ticks 1,000 to 1,300: an event has one phase, which all its tokens keep. */
class EventPhasesTest {
    private static final long FIRST_TICK = 1_000;
    private static final EventRules.Event CUP =
            new EventRules.Event("cup", List.of(0, 1), ToyGroups.schedule(FIRST_TICK, 4));
    private static final ToyPlan PLAN = ToyPlan.STANDARD.withGroups(ToyGroups.NONE.withEvents(CUP));
    private static final List<ToyFrame> FRAMES = frames();

    @Test
    void phasesFollowTheCalendarOneByOneAndAreInEveryTokensLog() throws Exception {
        HeapLogStore store = ToyRun.straightThrough(PLAN, FRAMES);
        // Due on tick 1016, 1048 ...: the second that holds is the second one that ends after it.
        assertThat(LogTexts.ofToken(store, "AAA", RecordType.EVENT_PHASE))
                .containsExactly(
                        "1023 EVENT_PHASE event 0 0>EVENT_PREP SCHEDULED, reference 0",
                        "1055 EVENT_PHASE event 0 EVENT_PREP>EVENT_START SCHEDULED, reference 1000",
                        "1087 EVENT_PHASE event 0 EVENT_START>EVENT_MID SCHEDULED, reference 1000",
                        "1119 EVENT_PHASE event 0 EVENT_MID>EVENT_END SCHEDULED, reference 1000",
                        "1151 EVENT_PHASE event 0 EVENT_END>EVENT_POST SCHEDULED, reference 1000");
        assertThat(LogTexts.ofToken(store, "BBB", RecordType.EVENT_PHASE)).hasSize(5);
        assertThat(LogTexts.ofToken(store, "CCC", RecordType.EVENT_PHASE)).isEmpty();
    }

    @Test
    void aPhaseIsInForceFromTheNextTickOnAndOfSeveralTheSmallestFactorIs() {
        EventRules.Event later = new EventRules.Event("later", List.of(0), ToyGroups.schedule(FIRST_TICK, 20));
        EngineParts parts = parts(PLAN.withGroups(ToyGroups.NONE.withEvents(CUP, later)));
        List<Double> factors = new ArrayList<>();
        for (long tick = FIRST_TICK; tick < FIRST_TICK + 220; tick++) {
            double before = parts.lanes[0].clusterPhaseFactor();
            parts.groups.update(tick);
            assertThat(parts.lanes[0].clusterPhaseFactor()).isEqualTo(before);
            parts.groups.append(tick, parts.log, parts.counts);
            if (parts.lanes[0].clusterPhaseFactor() != before) {
                factors.add(parts.lanes[0].clusterPhaseFactor());
            }
        }
        // cup: 1, .9, .8, .9, 1 from 0 s, 12 s ...; later the same 16 s after it.
        assertThat(factors).containsExactly(0.9, 0.8, 0.9, 0.8, 0.9, 1.0);
    }

    @Test
    void tokensOfAnEventThatDisagreeStopTheEngine() throws Exception {
        EngineParts parts = parts(PLAN);
        for (long tick = FIRST_TICK; tick < FIRST_TICK + 60; tick++) {
            parts.groups.requireAgreement();
            parts.groups.update(tick);
        }
        parts.layout.view(parts.blocks, 1, BlockLayout.EVENTS).setLong(1, 3);
        assertThatExceptionOfType(EngineFault.class)
                .isThrownBy(() -> parts.tick.run(FIRST_TICK + 60))
                .withMessage("event cup: its tokens disagree, AAA is in EVENT_START since tick 1055 and BBB is in"
                        + " EVENT_MID since tick 1055; the state of one of them was altered from outside");
    }

    @Test
    void aChangedCalendarIsLoggedAndRewritesNothing() throws Exception {
        HeapLogStore store = new HeapLogStore();
        ToyRun.through(PLAN, store, FRAMES, 1_100);
        List<String> before = LogTexts.ofToken(store, "AAA");
        // The cup is put off by a minute, CCC joins it, and an event that is over is added.
        EventRules.Event putOff = new EventRules.Event("cup", List.of(0, 1, 2), ToyGroups.schedule(FIRST_TICK, 64));
        EventRules.Event added = new EventRules.Event("added", List.of(0, 2), ToyGroups.schedule(FIRST_TICK, -100));
        String changed = "c".repeat(64);
        ToyPlan plan = PLAN.withGroups(ToyGroups.NONE.withEvents(added, putOff)).withConfigurationSha256(changed);
        ToyRun.throughAfter(plan, PLAN.configurationSha256(), store, FRAMES, 1_160);
        assertThat(LogTexts.ofToken(store, "AAA").subList(0, before.size())).isEqualTo(before);
        assertThat(LogTexts.ofToken(store, "AAA", RecordType.CONFIGURATION_CHANGE, RecordType.EVENT_PHASE)
                        .subList(3, 9))
                .containsExactly(
                        "1101 CONFIGURATION_CHANGE " + changed,
                        "1107 EVENT_PHASE event 0 0>EVENT_PREP SCHEDULED, reference 0",
                        "1115 EVENT_PHASE event 0 EVENT_PREP>EVENT_START SCHEDULED, reference 1000",
                        "1123 EVENT_PHASE event 0 EVENT_START>EVENT_MID SCHEDULED, reference 1000",
                        "1131 EVENT_PHASE event 0 EVENT_MID>EVENT_END SCHEDULED, reference 1000",
                        "1139 EVENT_PHASE event 0 EVENT_END>EVENT_POST SCHEDULED, reference 1000");
        assertThat(LogTexts.ofToken(store, "AAA", RecordType.EVENT_PHASE))
                .as("the cup stays in EVENT_MID")
                .hasSize(8);
        EngineParts restored = parts(plan, store);
        assertThat(new SnapshotRestore(store, restored).restore(Optional.empty()))
                .isEqualTo(1_160);
        restored.begin();
        restored.groups.requireAgreement();
        assertThat(restored.groups.events().get(1).machine().phaseCode()).isEqualTo(3);
        ToyRun.throughAfter(plan, changed, store, FRAMES, Long.MAX_VALUE);
        assertThat(LogTexts.ofToken(store, "CCC", RecordType.EVENT_PHASE))
                .as("the cup goes on by its new times")
                .anyMatch(text -> text.endsWith("event 1 EVENT_MID>EVENT_END SCHEDULED, reference 0"));
    }

    @Test
    void whatDiffersInMoreIsNotTakenUp() throws Exception {
        HeapLogStore store = new HeapLogStore();
        ToyRun.through(PLAN, store, FRAMES, 1_100);
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> ToyRun.throughAfter(PLAN, "d".repeat(64), store, FRAMES, 1_160))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.USAGE))
                .withMessageContaining("0".repeat(64));
    }

    private static EngineParts parts(ToyPlan plan) {
        return parts(plan, new HeapLogStore());
    }

    private static EngineParts parts(ToyPlan plan, HeapLogStore store) {
        EnginePlan made = plan.plan();
        return new EngineParts(made, store, new EngineLog(store, made.identity(), made.tokens(), 1));
    }

    private static List<ToyFrame> frames() {
        List<ToyFrame> frames = new ArrayList<>();
        for (long tick = FIRST_TICK; tick < FIRST_TICK + 400; tick += 2) {
            String time = " " + tick * 250 + " " + tick;
            frames.add(new ToyFrame(
                    0, tick, "T AAA" + time + " 10 1 B;T BBB" + time + " 10 1 S;T CCC" + time + " 10 1 S"));
        }
        return frames;
    }
}
