package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static pawl.kernel.toy.ToyEngine.ALPHA;
import static pawl.kernel.toy.ToyEngine.BETA;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.ToyBuilds;
import pawl.kernel.toy.ToyEngine;
import pawl.kernel.toy.ToyPlan;
import pawl.storage.RecordType;

/** An adapter that fails steadily is asked no more, and its streams are stale. */
class AdapterQuarantineTest {
    private static final int FAILURES = VenueAdapter.FULL / VenueAdapter.RISE;

    private static void fail(ToyEngine toy, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            toy.frame(ALPHA, 1_000, "throw");
        }
    }

    @Test
    void oneFrameTooManyMakesItsStreamsStale() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.hearing(ALPHA, 1_000, "state 250000 BBB LIQUIDATION sampled UNKNOWN SYNCHRONIZED DATA");
            fail(toy, FAILURES - 1);
            assertThat(toy.engine().quarantinedVenues()).isEmpty();
            toy.frame(ALPHA, 1_001, "T AAA 250250 1 10 1 B"); // One step back from the brink,
            toy.frame(ALPHA, 1_002, "throw");
            assertThat(toy.engine().quarantinedVenues()).isEmpty();
            toy.frame(ALPHA, 1_003, "throw"); // and over it.
            assertThat(toy.engine().quarantinedVenues()).containsExactly("alpha");
            assertThat(toy.engine().adapterHealth().quarantined()).containsExactly("alpha");
            assertThat(toy.refusals().getLast())
                    .isEqualTo("FAILED plugin exchange-alpha failed on a frame of alpha in tick 1003:"
                            + " java.lang.IllegalStateException: the toy broke; the frame of 5 bytes is lost: throw;"
                            + " it failed on too many, is asked no more, and every stream of alpha is STALE until"
                            + " another build takes over");
            toy.frame(ALPHA, 1_003, "T AAA 250751 2 10 1 B");
            toy.frame(BETA, 1_003, "T bbb 250751 1 10 1 B");
            toy.engine().closeThrough(1_003);
            toy.engine().stop();
            assertThat(toy.engine().counts().failedFrames()).isEqualTo(FAILURES + 1);
            assertThat(toy.engine().counts().droppedFrames()).isEqualTo(1);
            assertThat(LogTexts.ofToken(toy.store(), "AAA", RecordType.TRADE)).hasSize(1);
            assertThat(LogTexts.ofToken(toy.store(), "BBB", RecordType.TRADE))
                    .as("of the other venue")
                    .hasSize(1);
            assertThat(LogTexts.ofToken(toy.store(), "AAA", RecordType.FEED_STATE))
                    .containsExactly("1003 FEED_STATE venue 0 flags 0 [250750, 0, 1, 1, 5, 12]");
            assertThat(LogTexts.ofToken(toy.store(), "BBB", RecordType.FEED_STATE))
                    .containsExactly(
                            "1000 FEED_STATE venue 0 flags 512 [250000, 0, 4, 1, 3, 1]",
                            "1003 FEED_STATE venue 0 flags 512 [250750, 0, 4, 3, 5, 12]");
        }
    }

    @Test
    void framesUnderstoodEmptyTheBucketAndRefusedOnesLeaveIt() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            for (int i = 0; i < 10 * FAILURES; i++) {
                toy.frame(ALPHA, 1_000, "throw");
                for (int good = 0; good < VenueAdapter.RISE; good++) {
                    toy.frame(ALPHA, 1_000, "ignore");
                }
            }
            assertThat(toy.engine().quarantinedVenues()).isEmpty();
            fail(toy, FAILURES - 1);
            for (int i = 0; i < 1_000; i++) {
                toy.frame(ALPHA, 1_000, "refuse");
            }
            assertThat(toy.engine().quarantinedVenues()).isEmpty();
            fail(toy, 1);
            assertThat(toy.engine().quarantinedVenues()).containsExactly("alpha");
        }
    }

    @ParameterizedTest
    @CsvSource({"2222, true, 3", "0000, false, 5", "1111, false, 5"})
    void onlyAnotherBuildLiftsIt(String hash, boolean isLifted, int state) throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.hearing(ALPHA, 1_000, "state 250000 AAA TRADE whole UNKNOWN SYNCHRONIZED DATA");
            fail(toy, FAILURES);
            toy.hearing(ALPHA, 1_001, "adapter 250250 " + hash.repeat(16));
            toy.frame(ALPHA, 1_001, "T AAA 250251 1 10 1 B");
            toy.engine().closeThrough(1_001);
            toy.engine().stop();
            assertThat(LogTexts.ofToken(toy.store(), "AAA", RecordType.TRADE)).hasSize(isLifted ? 1 : 0);
            assertThat(LogTexts.ofToken(toy.store(), "AAA", RecordType.FEED_STATE)
                            .getLast())
                    .contains(", " + state + ", ");
            assertThat(LogTexts.ofToken(toy.store(), "AAA", RecordType.ADAPTER_CHANGE))
                    .hasSize(1);
        }
    }

    @Test
    void theBucketOfAnotherBuildIsEmpty() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            fail(toy, FAILURES - 1);
            toy.hearing(ALPHA, 1_000, "adapter 250000 " + ToyBuilds.REVERSED);
            fail(toy, FAILURES - 1);
            assertThat(toy.engine().quarantinedVenues()).isEmpty();
            fail(toy, 1);
            assertThat(toy.engine().quarantinedVenues()).containsExactly("alpha");
        }
    }
}
