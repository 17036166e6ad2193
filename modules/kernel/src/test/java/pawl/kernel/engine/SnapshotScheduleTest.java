package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.ToyEngine;
import pawl.kernel.toy.ToyFrame;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyRun;

/** The toys' snapshots are due after every tick whose successor 16 divides: 1007, 1023, 1039, … */
class SnapshotScheduleTest {
    private static final List<ToyFrame> FRAMES = frames();

    @ParameterizedTest
    @CsvSource({
        "1000, 1000",
        "1006, 1006",
        "1007, 1007",
        "1008, 1007 1008",
        "1022, 1007 1022",
        "1023, 1007 1023",
        "1024, 1007 1023 1024",
        "1039, 1023 1039",
        "1040, 1023 1039 1040",
        "1075, 1055 1071 1075",
    })
    void theNewestTwoScheduledOnesAndThatOfTheStopAreKept(long untilTick, String kept) throws Exception {
        HeapLogStore store = new HeapLogStore();
        ToyRun.through(ToyPlan.STANDARD, store, FRAMES, untilTick);
        for (String token : List.of("AAA", "BBB", "CCC")) {
            assertThat(store.list("snapshots/" + token))
                    .isEqualTo(Arrays.stream(kept.split(" "))
                            .map(tick -> "snapshots/" + token + "/" + tick + ".snapshot")
                            .toList());
        }
    }

    @Test
    void theSnapshotOfAStopGoesWhenTheRunGoesOn() throws Exception {
        HeapLogStore store = new HeapLogStore();
        ToyRun.through(ToyPlan.STANDARD, store, FRAMES, 1_010);
        ToyRun.through(ToyPlan.STANDARD, store, FRAMES, 1_015);
        assertThat(store.list("snapshots/AAA"))
                .containsExactly("snapshots/AAA/1007.snapshot", "snapshots/AAA/1015.snapshot");
    }

    @Test
    void aStopWithoutATickWritesNothing() throws Exception {
        HeapLogStore store = new HeapLogStore();
        ToyRun.through(ToyPlan.STANDARD, store, FRAMES, 1_010);
        HeapLogStore before = store.copy();
        ToyRun.through(ToyPlan.STANDARD, store, FRAMES, 1_010);
        assertThat(store.names()).isEqualTo(before.names());
        assertThat(store.bytes("ticks/1970-01-01.log")).isEqualTo(before.bytes("ticks/1970-01-01.log"));
    }

    @Test
    void anEmptyStoreCannotBeResumed() throws Exception {
        assertCannotResume(
                ToyPlan.STANDARD,
                new HeapLogStore(),
                "the data folder cannot be continued: it holds no committed tick; begin in an empty folder");
    }

    @Test
    void aRunThatWasCutOffCannotBeResumed() throws Exception {
        HeapLogStore store = new HeapLogStore();
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD, store)) {
            toy.buys(1_000, "AAA", 1);
            toy.engine().closeThrough(1_010);
        }
        assertCannotResume(
                ToyPlan.STANDARD,
                store,
                "the data folder cannot be continued: its last committed tick is 1010, and the newest snapshot of AAA is"
                        + " of tick 1007: the run that wrote it was cut off; replay into an empty folder");
    }

    @Test
    void aStoreWithoutTheSnapshotOfAStopCannotBeResumed() throws Exception {
        HeapLogStore store = new HeapLogStore();
        ToyRun.through(ToyPlan.STANDARD, store, FRAMES, 1_003);
        store.delete("snapshots/BBB/1003.snapshot");
        assertCannotResume(
                ToyPlan.STANDARD,
                store,
                "the data folder cannot be continued: its last committed tick is 1003, and the newest snapshot of BBB is"
                        + " missing: the run that wrote it was cut off; replay into an empty folder");
    }

    @Test
    void whatAnotherConfigurationWroteCannotBeResumed() throws Exception {
        HeapLogStore store = new HeapLogStore();
        ToyRun.through(ToyPlan.STANDARD, store, FRAMES, 1_003);
        assertCannotResume(
                ToyPlan.STANDARD.withConfigurationSha256("f".repeat(64)),
                store,
                "the data folder cannot be continued: snapshots/AAA/1003.snapshot at byte 0: it was written under"
                        + " configuration " + "0".repeat(64) + ", and " + "f".repeat(64)
                        + " is in force; go on with what wrote it, or give another data folder");
    }

    private static void assertCannotResume(ToyPlan plan, HeapLogStore store, String message) throws Exception {
        try (ToyEngine toy = new ToyEngine(plan, store)) {
            assertThatExceptionOfType(PawlException.class)
                    .isThrownBy(() -> toy.engine().resume())
                    .withMessage(message)
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.USAGE));
        }
    }

    private static List<ToyFrame> frames() {
        List<ToyFrame> frames = new ArrayList<>();
        for (long tick = 1_000; tick < 1_100; tick += 3) {
            frames.add(new ToyFrame(0, tick, "T AAA " + tick * 250 + " " + tick + " 10 1 B"));
        }
        return List.copyOf(frames);
    }
}
