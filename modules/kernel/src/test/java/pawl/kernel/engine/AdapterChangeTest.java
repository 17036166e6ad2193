package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static pawl.kernel.toy.ToyEngine.ALPHA;
import static pawl.kernel.toy.ToyEngine.BETA;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.toy.ChangingFrames;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.ToyBuilds;
import pawl.kernel.toy.ToyEngine;
import pawl.kernel.toy.ToyFrame;
import pawl.kernel.toy.ToyGroups;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyRun;
import pawl.storage.RecordType;

/** Another build of a venue's adapter takes over at a frame of the hearing, live, in a replay and after a stop alike. */
class AdapterChangeTest {
    private static final ToyPlan PLAN = ToyPlan.STANDARD.withGroups(ToyGroups.SOME);
    private static final String NONE = "0".repeat(64);

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("pawl.seeds", 12));
    }

    @Test
    void framesAfterTheChangeAreReadByTheOtherBuild() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.frame(ALPHA, 1_000, "T AAA 250000 1 10 1 B");
            assertThat(toy.engine().adapterSha256(ALPHA)).hasValue(ToyPlan.ADAPTER_SHA256);
            toy.hearing(ALPHA, 1_001, "adapter 250250 " + ToyBuilds.REVERSED);
            toy.frame(ALPHA, 1_001, "T AAA 250251 2 10 1 B");
            toy.frame(BETA, 1_001, "T aaa 250252 1 10 1 B");
            toy.hearing(ALPHA, 1_002, "adapter 250500 " + ToyPlan.ADAPTER_SHA256);
            toy.frame(ALPHA, 1_002, "T AAA 250501 3 10 1 B");
            toy.engine().closeThrough(1_002);
            toy.engine().stop();
            assertThat(LogTexts.ofToken(toy.store(), "AAA", RecordType.TRADE))
                    .containsExactly(
                            "1000 TRADE venue 0 flags 0 [250000, 1, 1000, 10, 1, 0]",
                            "1001 TRADE venue 0 flags 1 [250251, 2, 1000, 10, 2, 0]",
                            "1001 TRADE venue 1 flags 0 [250252, 1, 1000, 10, 1, 0]",
                            "1002 TRADE venue 0 flags 0 [250501, 3, 1000, 10, 3, 0]");
            assertThat(LogTexts.ofToken(toy.store(), "CCC", RecordType.ADAPTER_CHANGE))
                    .as("of every token of the venue")
                    .hasSize(2);
            assertThat(LogTexts.ofToken(toy.store(), "AAA", RecordType.FEED_STATE))
                    .isEmpty();
            assertThat(toy.engine().counts().adapterChanges()).isEqualTo(2);
            assertThat(toy.engine().adapterSha256(ALPHA)).hasValue(ToyPlan.ADAPTER_SHA256);
        }
    }

    @Test
    void withoutAnAdapterAVenueIsStaleAndItsFramesAreCountedAsDropped() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.frame(ALPHA, 1_000, "T AAA 250000 1 10 1 B");
            toy.hearing(ALPHA, 1_000, "state 250001 AAA LIQUIDATION sampled UNKNOWN SYNCHRONIZED DATA");
            toy.hearing(ALPHA, 1_001, "adapter 250250 " + NONE);
            toy.frame(ALPHA, 1_001, "T AAA 250251 2 10 1 B");
            toy.frame(ALPHA, 1_001, "refuse");
            toy.hearing(ALPHA, 1_001, "state 250252 AAA TRADE whole UNKNOWN SYNCHRONIZED DATA");
            toy.hearing(ALPHA, 1_001, "state 250253 AAA FUNDING whole UNKNOWN BACKFILL DATA");
            toy.hearing(ALPHA, 1_001, "count 250254 AAA TRADE whole 7 1 0");
            toy.hearing(ALPHA, 1_001, "held 250255 5 6");
            toy.hearing(ALPHA, 1_002, "adapter 250500 " + ToyBuilds.REVERSED);
            toy.frame(ALPHA, 1_002, "T AAA 250501 3 10 1 B");
            toy.engine().closeThrough(1_002);
            toy.engine().stop();
            assertThat(LogTexts.ofToken(toy.store(), "AAA"))
                    .filteredOn(text -> !text.contains(" TRADE ") && !text.contains(" GAP "))
                    .filteredOn(text -> !text.contains(" ADAPTER_CHANGE "))
                    .containsExactly(
                            "1000 FEED_STATE venue 0 flags 512 [250001, 0, 4, 1, 3, 1]",
                            "1001 FEED_STATE venue 0 flags 0 [250250, 0, 1, 1, 5, 13]",
                            "1001 FEED_STATE venue 0 flags 512 [250250, 0, 4, 3, 5, 13]",
                            "1001 BACK_PRESSURE venue 0 flags 0 [250255, 0, 5, 6, 0, 0]",
                            "1001 STREAM_STATES venue 0 15005d00001d",
                            "1002 FEED_STATE venue 0 flags 0 [250500, 0, 1, 5, 3, 13]",
                            "1002 FEED_STATE venue 0 flags 512 [250500, 0, 4, 5, 3, 13]",
                            "1002 FEED_STATE venue 0 flags 0 [250500, 0, 6, 5, 2, 13]");
            assertThat(toy.engine().counts().droppedFrames()).isEqualTo(5);
            assertThat(toy.refusals()).isEmpty();
        }
    }

    @Test
    void aBuildThatIsNotHereEndsTheRunBeforeItsTick() throws Exception {
        HeapLogStore store = new HeapLogStore();
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD, store)) {
            toy.frame(ALPHA, 1_000, "T AAA 250000 1 10 1 B");
            assertThatExceptionOfType(PawlException.class)
                    .isThrownBy(() -> toy.hearing(ALPHA, 1_001, "adapter 250250 " + ToyBuilds.LOST))
                    .withMessage("in tick 1001 venue alpha changes to another build of plugin exchange-alpha, sha256:"
                            + ToyBuilds.LOST + ", which is not here; give that very build to this run")
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.USAGE));
        }
        assertThat(LogTexts.committedTicks(store)).containsExactly(1_000L);
    }

    @Test
    void aSourceThatFailsIsToldAsThePlugin() throws Exception {
        AdapterSource failing = (venue, sha256) -> {
            throw new IllegalArgumentException("no such setting");
        };
        HeapLogStore store = new HeapLogStore();
        byte[] frame = HearingFrame.adapter(5, Optional.of(ToyBuilds.LOST));
        try (Engine engine = new Engine(ToyPlan.STANDARD.plan(), store, refusal -> {}, Optional.empty(), failing)) {
            assertThatExceptionOfType(PawlException.class)
                    .isThrownBy(() -> engine.hearing(ALPHA, 1_000, frame, 0, frame.length))
                    .withMessageContaining("failed when it was to make an adapter for venue alpha")
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.INVARIANT));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRunStoppedAndResumedAtEveryTickLeavesTheFilesOfOneThatWasNot(long seed) throws Exception {
        List<ToyFrame> frames = ChangingFrames.of(seed, 40);
        HeapLogStore straight = ToyRun.straightThrough(PLAN, frames);
        HeapLogStore stopped = new HeapLogStore();
        for (long tick = frames.getFirst().tick(); tick < frames.getLast().tick(); tick++) {
            ToyRun.through(PLAN, stopped, frames, tick);
        }
        ToyRun.through(PLAN, stopped, frames, Long.MAX_VALUE);
        assertThat(stopped.names()).isEqualTo(straight.names());
        for (String name : stopped.names()) {
            assertThat(stopped.bytes(name)).as(name).isEqualTo(straight.bytes(name));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLogsRunAgainGiveTheirBytesWithoutAnyAdapter(long seed) throws Exception {
        HeapLogStore live = ToyRun.straightThrough(PLAN, ChangingFrames.of(seed, 150));
        List<Long> ticks = new ArrayList<>();
        try (Reexecution again = new Reexecution(live, (configuration, header) -> PLAN.plan())) {
            while (again.next()) {
                ticks.add(again.tick());
            }
        }
        assertThat(ticks).isEqualTo(LogTexts.committedTicks(live));
    }

    @Test
    void theRandomChangesMakeEverythingHappen() throws Exception {
        Set<String> causes = new TreeSet<>();
        for (long seed : seeds().toArray()) {
            HeapLogStore store = ToyRun.straightThrough(PLAN, ChangingFrames.of(seed, 150));
            for (String text : LogTexts.ofToken(store, "AAA", RecordType.FEED_STATE)) {
                String[] words = text.split("[ ,\\[\\]]+");
                causes.add(words[words.length - 2] + " by " + words[words.length - 1]);
            }
        }
        assertThat(causes).contains("5 by 12", "5 by 13", "3 by 13", "1 by 13");
    }
}
