package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static pawl.kernel.toy.ToyEngine.ALPHA;
import static pawl.kernel.toy.ToyEngine.BETA;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.kernel.contract.PawlException;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.ToyBuilds;
import pawl.kernel.toy.ToyFrame;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyRun;
import pawl.storage.LogIdentity;
import pawl.storage.PluginStamp;

/** A run that goes on with the build that took over in the one before, which is the only one that is there by then. */
class ResumedPlanTest {
    private static final List<ToyFrame> AFTER = List.of(
            new ToyFrame(ALPHA, 1_002, "T AAA 250500 3 10 1 B"), new ToyFrame(BETA, 1_003, "T aaa 250750 1 10 1 B"));

    private static List<ToyFrame> before(String build) {
        return List.of(
                new ToyFrame(ALPHA, 1_000, "T AAA 250000 1 10 1 B"),
                new ToyFrame(ALPHA, 1_001, "adapter 250250 " + build),
                new ToyFrame(ALPHA, 1_001, "T AAA 250251 2 10 1 B"));
    }

    /** As a start finds the plugins folder: alpha's adapter is of another build. */
    private static EnginePlan found(String build) throws PawlException {
        EnginePlan plan = ToyPlan.STANDARD.plan();
        EnginePlan.Venue alpha = plan.venues().get(ALPHA);
        EnginePlan.Venue other = new EnginePlan.Venue(
                alpha.name(),
                alpha.pluginId(),
                Optional.of(build),
                new ToyBuilds(plan).adapterOf(ALPHA, build).orElseThrow(),
                alpha.instruments());
        List<PluginStamp> stamps = plan.identity().plugins().stream()
                .map(stamp -> stamp.id().equals(alpha.pluginId())
                        ? new PluginStamp(stamp.kind(), stamp.id(), "2", build)
                        : stamp)
                .toList();
        return new EnginePlan(
                List.of(other, plan.venues().get(BETA)),
                plan.tokens(),
                new LogIdentity(plan.identity().configurationSha256(), stamps),
                plan.features(),
                plan.tiers(),
                plan.tokenTable(),
                plan.dissipation(),
                plan.heatWeights(),
                plan.releaseWeights(),
                plan.clusters(),
                plan.events(),
                plan.conflatesBookTicker(),
                plan.staleAfterTicks(),
                plan.gapHoldTicks(),
                plan.outageTicks(),
                plan.snapshotEveryTicks());
    }

    private static void goOn(EnginePlan plan, HeapLogStore store) throws Exception {
        try (Engine engine = new Engine(plan, store, refusal -> {})) {
            engine.resume();
            for (ToyFrame frame : AFTER) {
                engine.frame(frame.venue(), frame.tick(), frame.bytes(), 0, frame.bytes().length);
            }
            engine.closeThrough(1_003);
            engine.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0"})
    void itLeavesTheFilesOfARunThatDidNotStop(String digit) throws Exception {
        String build = digit.repeat(64);
        HeapLogStore stopped = new HeapLogStore();
        ToyRun.through(ToyPlan.STANDARD, stopped, before(build), Long.MAX_VALUE);
        EnginePlan found = found(ToyBuilds.REVERSED);
        EnginePlan resumed = ResumedPlan.of(stopped, found);
        assertThat(resumed.identity()).isEqualTo(ToyPlan.STANDARD.plan().identity());
        goOn(resumed, stopped);
        List<ToyFrame> all = new ArrayList<>(before(build));
        all.addAll(AFTER);
        HeapLogStore straight = ToyRun.straightThrough(ToyPlan.STANDARD, all);
        assertThat(stopped.names()).isEqualTo(straight.names());
        for (String name : stopped.names()) {
            assertThat(stopped.bytes(name)).as(name).isEqualTo(straight.bytes(name));
        }
    }

    @Test
    void aBuildThatDidNotTakeOverIsRefusedAsBefore() throws Exception {
        HeapLogStore stopped = new HeapLogStore();
        ToyRun.through(ToyPlan.STANDARD, stopped, before(ToyBuilds.REVERSED), Long.MAX_VALUE);
        EnginePlan found = found(ToyBuilds.FRAGILE);
        assertThat(ResumedPlan.of(stopped, found)).isSameAs(found);
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> goOn(found, stopped))
                .withMessageStartingWith("the data folder cannot be continued: ");
    }

    @Test
    void theBuildThatTookOverIsAskedOfTheSourceWhereTheFirstIsStillThere() throws Exception {
        HeapLogStore stopped = new HeapLogStore();
        ToyRun.through(ToyPlan.STANDARD, stopped, before(ToyBuilds.REVERSED), Long.MAX_VALUE);
        EnginePlan plan = ToyPlan.STANDARD.plan();
        assertThat(ResumedPlan.of(stopped, plan)).isSameAs(plan);
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> goOn(plan, stopped))
                .withMessage("where this run is to go on, venue alpha changes to another build of plugin"
                        + " exchange-alpha, sha256:" + ToyBuilds.REVERSED
                        + ", which is not here; give that very build to this run");
    }

    @Test
    void anEmptyStoreAndOneWithoutAChangeLeaveThePlanAsItIs() throws Exception {
        EnginePlan plan = ToyPlan.STANDARD.plan();
        assertThat(ResumedPlan.of(new HeapLogStore(), plan)).isSameAs(plan);
        HeapLogStore unchanged = ToyRun.straightThrough(ToyPlan.STANDARD, AFTER);
        assertThat(ResumedPlan.of(unchanged, plan)).isSameAs(plan);
        EnginePlan other = found(ToyBuilds.REVERSED);
        assertThat(ResumedPlan.of(unchanged, other)).isSameAs(other);
    }
}
