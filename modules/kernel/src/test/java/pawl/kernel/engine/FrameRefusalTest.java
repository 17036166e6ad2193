package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static pawl.kernel.toy.ToyEngine.ALPHA;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.ToyEngine;
import pawl.kernel.toy.ToyPlan;

class FrameRefusalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            refuse            | MALFORMED no event is "refuse"
            """)
    void ofAFrameThatIsNotUnderstoodNothingRemains(String badEvent, String refusal) throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.frame(ALPHA, 1_000, "T AAA 250000 1 10 1 B");
            toy.frame(
                    ALPHA, 1_000, "T AAA 250001 2 10 1 B;T BBB 250001 1 10 1 B;" + badEvent + ";T CCC 250001 1 10 1 B");
            toy.frame(ALPHA, 1_000, "T AAA 250002 2 11 1 B");
            toy.engine().closeThrough(1_000);
            toy.engine().stop();
            assertThat(toy.refusals()).containsExactly(refusal);
            assertThat(toy.engine().counts().frames()).isEqualTo(3);
            assertThat(toy.engine().counts().refusedFrames()).isEqualTo(1);
            assertThat(toy.store().list("logs")).containsExactly("logs/AAA/1970-01-01.log");
            assertThat(LogTexts.ofToken(toy.store(), "AAA"))
                    .containsExactly(
                            "1000 TRADE venue 0 flags 0 [250000, 1, 1000, 10, 1, 0]",
                            "1000 TRADE venue 0 flags 0 [250002, 2, 1100, 10, 2, 0]");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            throw        | java.lang.IllegalStateException: the toy broke
            stranger     | java.lang.IndexOutOfBoundsException: Index 3 out of bounds for length 3
            T AAA 250000 | java.lang.ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 3
            overflow     | java.lang.StackOverflowError
            unlinked     | java.lang.NoSuchMethodError: gone
            uninitial    | java.lang.ExceptionInInitializerError
            sneaky       | java.io.IOException: unseen
            """)
    void ofAFrameThatAnAdapterFailsOnNothingRemains(String badEvent, String cause) throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.frame(ALPHA, 1_000, "T AAA 250000 1 10 1 B");
            String bad = "T BBB 250001 1 10 1 B;" + badEvent + ";T CCC 250001 1 10 1 B";
            toy.frame(ALPHA, 1_000, bad);
            toy.frame(ALPHA, 1_000, "T AAA 250002 2 11 1 B");
            toy.engine().closeThrough(1_000);
            toy.engine().stop();
            assertThat(toy.refusals())
                    .containsExactly("FAILED plugin exchange-alpha failed on a frame of alpha in tick 1000: " + cause
                            + "; the frame of " + bad.length() + " bytes is lost: " + bad);
            assertThat(toy.engine().counts().failedFrames()).isEqualTo(1);
            assertThat(toy.engine().counts().refusedFrames()).isZero();
            assertThat(toy.store().list("logs")).containsExactly("logs/AAA/1970-01-01.log");
            assertThat(LogTexts.ofToken(toy.store(), "AAA")).hasSize(2);
        }
    }

    @Test
    void anAdapterThatFindsNoMemoryIsNotToBlame() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> toy.frame(ALPHA, 1_000, "memory"));
        }
    }

    @Test
    void whatAFrameBeginsWithIsShownCutShortAndWithoutControls() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.frame(ALPHA, 1_000, "throw;\u001b[2J\n\u00e9" + "x".repeat(200));
            assertThat(toy.refusals())
                    .singleElement()
                    .asString()
                    .endsWith("; the frame of 213 bytes is lost: throw;.[2J..." + "x".repeat(67) + "\u2026");
        }
    }

    @Test
    void aRefusedFrameHoldsUpAnOutageAllTheSame() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.buys(1_000, "AAA", 1);
            toy.frame(ALPHA, 1_015, "refuse");
            toy.buys(1_030, "AAA", 1);
            toy.engine().closeThrough(1_030);
            assertThat(toy.engine().counts().outages()).isZero();
        }
    }

    @Test
    void aRefusalThatEndsTheRunLeavesTheOpenTickUncommitted() throws Exception {
        HeapLogStore store = new HeapLogStore();
        PawlException strict = new PawlException(Kind.BAD_DATA, "the frame is bad");
        try (Engine engine = new Engine(ToyPlan.STANDARD.plan(), store, refusal -> {
            throw strict;
        })) {
            frame(engine, 1_000, "T AAA 250000 1 10 1 B");
            frame(engine, 1_001, "T AAA 250250 2 10 1 B");
            assertThatExceptionOfType(PawlException.class)
                    .isThrownBy(() -> frame(engine, 1_001, "refuse"))
                    .isSameAs(strict);
        }
        assertThat(LogTexts.committedTicks(store)).containsExactly(1_000L);
        assertThat(LogTexts.ofToken(store, "AAA")).hasSize(1);
    }

    @Test
    void messagesOfNoUseAndOfStrangersAreCounted() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD)) {
            toy.frame(ALPHA, 1_000, "ignore;T DDD 1 1 1 1 B;ignore;T AAA 250000 1 10 1 B");
            toy.engine().closeThrough(1_000);
            assertThat(toy.engine().counts().ignored()).containsExactly(Map.entry("toy", 2L));
            assertThat(toy.engine().counts().unconfigured()).containsExactly(Map.entry("DDD", 1L));
        }
    }

    private static void frame(Engine engine, long tick, String text) throws PawlException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        engine.frame(ALPHA, tick, bytes, 0, bytes.length);
    }
}
