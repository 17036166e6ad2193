package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static pawl.kernel.toy.ToyEngine.ALPHA;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.token.Ticks;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.ToyEngine;
import pawl.kernel.toy.ToyPlan;

class TickBoundaryTest {
    @Test
    void aFrameOfAnEarlierTickBelongsToTheOpenOne() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.frame(ALPHA, 1_005, "T AAA 251250 1 10 1 B");
            toy.frame(ALPHA, 1_003, "T AAA 251251 2 10 1 B");
            toy.engine().closeThrough(1_006);
            toy.frame(ALPHA, 1_001, "T AAA 251252 3 10 1 B");
            toy.engine().closeThrough(1_007);
            toy.engine().stop();
            assertThat(LogTexts.ofToken(toy.store(), "AAA"))
                    .containsExactly(
                            "1005 TRADE venue 0 flags 0 [251250, 1, 1000, 10, 1, 0]",
                            "1005 TRADE venue 0 flags 0 [251251, 2, 1000, 10, 2, 0]",
                            "1007 TRADE venue 0 flags 0 [251252, 3, 1000, 10, 3, 0]");
            assertThat(LogTexts.committedTicks(toy.store())).containsExactly(1_005L, 1_006L, 1_007L);
        }
    }

    @Test
    void emptyTicksRunAndEachIsCommitted() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.buys(1_000, "AAA", 2);
            toy.buys(1_003, "BBB", 1);
            toy.buys(1_003, "CCC", 2);
            toy.engine().closeThrough(1_004);
            toy.engine().stop();
            assertThat(LogTexts.ofTicks(toy.store()))
                    .containsExactly(
                            "1000 TICK 2 1", "1001 TICK 0 0", "1002 TICK 0 0", "1003 TICK 3 2", "1004 TICK 0 0");
            assertThat(toy.engine().counts().ticks()).isEqualTo(5);
            assertThat(toy.engine().counts().firstTick()).hasValue(1_000);
            assertThat(toy.engine().lastTick()).isEqualTo(1_004);
            assertThat(toy.engine().lastFrameTick()).hasValue(1_003);
            assertThat(toy.engine().openTick()).hasValue(1_005);
        }
    }

    @Test
    void beforeTheFirstFrameNoTickRuns() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.engine().closeThrough(1_000);
            toy.engine().stop();
            assertThat(toy.store().names()).isEmpty();
            assertThat(toy.engine().counts().ticks()).isZero();
            assertThat(toy.engine().counts().firstTick()).isEmpty();
            assertThat(toy.engine().openTick()).isEmpty();
            assertThat(toy.engine().lastFrameTick()).isEmpty();
            assertThat(toy.engine().isOutage(1_000_000)).isFalse();
        }
    }

    @Test
    void aTickThatIsOpenWhenTheEngineClosesIsNotCommitted() throws Exception {
        ToyEngine toy = new ToyEngine(ToyPlan.STANDARD);
        toy.buys(1_000, "AAA", 1);
        toy.buys(1_001, "AAA", 1);
        toy.close();
        assertThat(LogTexts.committedTicks(toy.store())).containsExactly(1_000L);
        assertThat(LogTexts.ofToken(toy.store(), "AAA")).hasSize(1);
    }

    @Test
    void theTicksOfADayAreInItsFiles() throws Exception {
        long midnight = Ticks.firstOfDay(1);
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.buys(midnight - 1, "AAA", 1);
            toy.buys(midnight, "AAA", 1);
            toy.engine().closeThrough(midnight);
            toy.engine().stop();
            assertThat(toy.store().list("logs/AAA"))
                    .containsExactly("logs/AAA/1970-01-01.log", "logs/AAA/1970-01-02.log");
            assertThat(toy.store().list("ticks")).containsExactly("ticks/1970-01-01.log", "ticks/1970-01-02.log");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 1_013_614_387_200L, Long.MAX_VALUE})
    void aFrameOfATickThatNoLogCanNameIsRefusedAndMovesNothing(long tick) throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.buys(tick, "AAA", 1);
            assertThat(toy.engine().openTick()).isEmpty();
            toy.buys(1_000, "AAA", 1);
            toy.buys(tick, "AAA", 1);
            toy.engine().closeThrough(1_000);
            toy.engine().stop();
            assertThat(toy.refusals())
                    .isEqualTo(List.of(
                            "BAD_VALUE its tick " + tick + " lies outside the years 1970 to 9999",
                            "BAD_VALUE its tick " + tick + " lies outside the years 1970 to 9999"));
            assertThat(toy.engine().counts().refusedFrames()).isEqualTo(2);
            assertThat(LogTexts.committedTicks(toy.store())).containsExactly(1_000L);
        }
    }

    @Test
    void theLastTickOfTheYear9999CanBeLogged() throws Exception {
        long last = Ticks.firstOfDay(2_932_897) - 1;
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.buys(last, "AAA", 1);
            toy.engine().closeThrough(last);
            toy.engine().stop();
            assertThat(toy.store().list("ticks")).containsExactly("ticks/9999-12-31.log");
        }
    }
}
