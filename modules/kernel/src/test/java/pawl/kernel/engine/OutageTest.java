package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.ToyEngine;
import pawl.kernel.toy.ToyPlan;
import pawl.storage.RecordType;

/** {@code docs/adr/0008}; the toys' outage is one of more than 20 ticks from frame to frame. */
class OutageTest {
    @Test
    void aFrameAtTheLimitEndsASilenceOfEmptyTicks() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.buys(1_000, "AAA", 1);
            assertThat(toy.engine().isOutage(1_020)).isFalse();
            toy.buys(1_020, "AAA", 1);
            toy.engine().closeThrough(1_020);
            toy.engine().stop();
            assertThat(LogTexts.committedTicks(toy.store()))
                    .isEqualTo(LongStream.rangeClosed(1_000, 1_020).boxed().toList());
            assertThat(toy.engine().counts().outages()).isZero();
            assertThat(LogTexts.ofToken(toy.store(), "BBB", RecordType.OUTAGE)).isEmpty();
        }
    }

    @Test
    void aFrameAboveTheLimitEndsAnOutageThatEveryLogStates() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.buys(1_000, "AAA", 1);
            assertThat(toy.engine().isOutage(1_021)).isTrue();
            toy.buys(1_021, "AAA", 1);
            toy.engine().closeThrough(1_021);
            toy.engine().stop();
            assertThat(LogTexts.ofTicks(toy.store())).containsExactly("1000 TICK 1 1", "1021 TICK 4 3");
            assertThat(toy.engine().counts().outages()).isEqualTo(1);
            for (String token : List.of("AAA", "BBB", "CCC")) {
                assertThat(LogTexts.ofToken(toy.store(), token, RecordType.OUTAGE))
                        .as(token)
                        .containsExactly("1021 OUTAGE 1001-1020");
            }
            assertThat(LogTexts.ofToken(toy.store(), "AAA"))
                    .as("the outage before what ended it")
                    .extracting(text -> text.split(" ")[1])
                    .containsExactly("TRADE", "OUTAGE", "TRADE");
        }
    }

    @Test
    void whatWasClosedOfASilenceIsNotPartOfTheOutage() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.buys(1_000, "AAA", 1);
            toy.engine().closeThrough(1_004);
            toy.buys(1_030, "AAA", 1);
            toy.engine().closeThrough(1_030);
            toy.engine().stop();
            assertThat(LogTexts.committedTicks(toy.store()))
                    .containsExactly(1_000L, 1_001L, 1_002L, 1_003L, 1_004L, 1_030L);
            assertThat(LogTexts.ofToken(toy.store(), "CCC")).containsExactly("1030 OUTAGE 1005-1029");
        }
    }

    @Test
    void aBoundaryBeyondTheNextFrameLeavesNoOutage() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.buys(1_000, "AAA", 1);
            toy.engine().closeThrough(1_039);
            toy.buys(1_030, "AAA", 1);
            toy.engine().closeThrough(1_040);
            toy.engine().stop();
            assertThat(toy.engine().counts().ticks()).isEqualTo(41);
            assertThat(toy.engine().counts().outages()).isZero();
            assertThat(toy.engine().lastFrameTick()).hasValue(1_040);
        }
    }

    @Test
    void withoutAnOutageTheTokenSteps() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.buys(1_000, "AAA", 8); // hot, and warming up
            toy.buys(1_001, "AAA", 1); // counts 1 of 2
            toy.buys(1_002, "AAA", 1);
            toy.engine().closeThrough(1_002);
            toy.engine().stop();
            assertThat(ticksOfTransitions(toy)).containsExactly("1002");
        }
    }

    @Test
    void countsRestartAndFeaturesWarmUpAgain() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.buys(1_000, "AAA", 8); // hot, and warming up
            toy.buys(1_001, "AAA", 1); // counts 1 of 2
            toy.buys(1_022, "AAA", 1); // warms up again
            toy.buys(1_023, "AAA", 1); // counts 1 of 2
            toy.buys(1_024, "AAA", 1);
            toy.engine().closeThrough(1_024);
            toy.engine().stop();
            assertThat(ticksOfTransitions(toy)).containsExactly("1024");
        }
    }

    @Test
    void aTokenThatIsNotHeardAfterTheOutageStandsStill() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.buys(1_000, "AAA", 8);
            toy.buys(1_021, "BBB", 1);
            toy.engine().closeThrough(1_026);
            toy.buys(1_027, "AAA", 1); // counts 1 of 2
            toy.engine().closeThrough(1_028);
            toy.engine().stop();
            assertThat(ticksOfTransitions(toy)).containsExactly("1028");
        }
    }

    private static List<String> ticksOfTransitions(ToyEngine toy) throws Exception {
        return LogTexts.ofToken(toy.store(), "AAA", RecordType.TRANSITION).stream()
                .map(text -> text.split(" ")[0])
                .toList();
    }
}
