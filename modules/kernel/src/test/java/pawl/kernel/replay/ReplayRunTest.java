package pawl.kernel.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.token.Ticks;
import pawl.capture.CaptureException;
import pawl.capture.CaptureWriter;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.ReplayListener;
import pawl.kernel.contract.ReplayRequest;
import pawl.kernel.engine.Engine;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.RandomFrames;
import pawl.kernel.toy.ToyFrame;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyRun;
import pawl.storage.RecordType;

class ReplayRunTest {
    private static final long FIRST_TICK = 1_000;

    private final List<String> problems = new ArrayList<>();

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.range(200, 212);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aCaptureGivesWhatItsFramesGive(long seed) throws Exception {
        List<ToyFrame> frames = RandomFrames.of(seed, 120);
        HeapLogStore store = new HeapLogStore();
        run(store, write(frames, frames.getLast().tick()), Long.MAX_VALUE, false);
        assertSameFiles(store, ToyRun.straightThrough(ToyPlan.STANDARD, frames));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aReplayStoppedAndResumedAtRandomTicksLeavesTheFilesOfOneThatWasNot(long seed) throws Exception {
        List<ToyFrame> frames = RandomFrames.of(seed, 120);
        SplittableRandom random = new SplittableRandom(seed);
        long last = frames.getLast().tick() + random.nextInt(40); // Beyond 20, an outage that nothing ends.
        Path capture = write(frames, last);
        HeapLogStore straight = new HeapLogStore();
        run(straight, capture, Long.MAX_VALUE, false);
        HeapLogStore stopped = new HeapLogStore();
        TreeSet<Long> stops = new TreeSet<>();
        for (int i = 0; i < 8; i++) {
            stops.add(random.nextLong(frames.getFirst().tick(), last + 1));
        }
        for (long tick : stops) {
            run(stopped, capture, tick, !stopped.names().isEmpty());
        }
        run(stopped, capture, Long.MAX_VALUE, true);
        assertSameFiles(stopped, straight);
    }

    @Test
    void theReportCountsOnlyTicksOfThisRun() throws Exception {
        Path capture = write(List.of(trade(FIRST_TICK), trade(FIRST_TICK + 15)), FIRST_TICK + 18);
        HeapLogStore store = new HeapLogStore();
        assertThat(run(store, capture, FIRST_TICK - 1, false)).isEmpty();
        assertThat(store.names()).isEmpty();
        assertThat(run(store, capture, FIRST_TICK + 5, false)).hasValue(FIRST_TICK);
        assertThat(run(store, capture, FIRST_TICK + 5, true)).isEmpty();
        assertThat(run(store, capture, FIRST_TICK + 16, true)).hasValue(FIRST_TICK + 6);
        assertThat(run(store, capture, Long.MAX_VALUE, true)).hasValue(FIRST_TICK + 17);
        assertThat(LogTexts.committedTicks(store))
                .isEqualTo(LongStream.rangeClosed(FIRST_TICK, FIRST_TICK + 18)
                        .boxed()
                        .toList());
    }

    /** Its END record says how long the recorder listened after the last frame. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "20, 21", "21, 1", "9223372036854774807, 1"})
    void theSilenceAtTheEndOfACaptureRunsUnlessItIsAnOutage(long silentTicks, int ticksRun) throws Exception {
        HeapLogStore store = new HeapLogStore();
        run(store, write(List.of(trade(FIRST_TICK)), FIRST_TICK + silentTicks), Long.MAX_VALUE, false);
        assertThat(LogTexts.committedTicks(store)).hasSize(ticksRun);
    }

    @Test
    void aStopInsideAnOutageComesBeforeIt() throws Exception {
        Path capture = write(List.of(trade(FIRST_TICK), trade(FIRST_TICK + 60)), FIRST_TICK + 60);
        HeapLogStore store = new HeapLogStore();
        run(store, capture, FIRST_TICK + 30, false);
        assertThat(LogTexts.committedTicks(store)).containsExactly(FIRST_TICK);
        run(store, capture, Long.MAX_VALUE, true);
        assertThat(LogTexts.ofToken(store, "CCC", RecordType.OUTAGE)).containsExactly("1060 OUTAGE 1001-1059");
    }

    @Test
    void aFrameOutOfTimeIsOneOfThoseRefused() throws Exception {
        ToyFrame early = new ToyFrame(0, -5, "T AAA 1 1 10 1 B");
        HeapLogStore store = new HeapLogStore();
        Path capture = write(List.of(early, trade(FIRST_TICK)), FIRST_TICK);
        run(store, capture, Long.MAX_VALUE, false);
        assertThat(LogTexts.committedTicks(store)).containsExactly(FIRST_TICK);
        assertThat(problems)
                .containsExactly(capture + ":2: frame refused (BAD_VALUE at byte 0 of it): its tick -5 lies outside the"
                        + " years 1970 to 9999");
    }

    @Test
    void aCaptureWithoutFramesIsAnError() throws Exception {
        Path capture = write(List.of(), FIRST_TICK);
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> run(new HeapLogStore(), capture, Long.MAX_VALUE, false))
                .withMessage("no frame could be read from [" + capture + "]; the lines above say why")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.BAD_DATA));
    }

    @Test
    void progressIsToldNowAndThen() throws Exception {
        List<ToyFrame> frames = new ArrayList<>();
        for (int i = 0; i < 9_000; i++) {
            frames.add(new ToyFrame(0, FIRST_TICK + i / 1_000, "ignore"));
        }
        List<String> told = new ArrayList<>();
        ReplayListener listener = new ReplayListener() {
            @Override
            public void progress(long readBytes, long totalBytes, long count, long marketTimeMs) {
                assertThat(readBytes).isPositive().isLessThanOrEqualTo(totalBytes);
                told.add(count + " at " + marketTimeMs);
            }

            @Override
            public void problem(String line) {}
        };
        run(new HeapLogStore(), write(frames, FIRST_TICK + 8), Long.MAX_VALUE, false, listener);
        assertThat(told).containsExactly("4096 at 251000", "8192 at 252000");
    }

    private OptionalLong run(HeapLogStore store, Path capture, long untilTick, boolean resumes) throws Exception {
        return run(store, capture, untilTick, resumes, new ReplayListener() {
            @Override
            public void progress(long readBytes, long totalBytes, long count, long marketTimeMs) {}

            @Override
            public void problem(String line) {
                problems.add(line);
            }
        });
    }

    private static OptionalLong run(
            HeapLogStore store, Path capture, long untilTick, boolean resumes, ReplayListener listener)
            throws Exception {
        ReplayRequest request = Requests.ofCapture(
                capture, resumes, untilTick == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(untilTick));
        EnginePlan plan = ToyPlan.STANDARD.plan();
        ReplayProblems told = new ReplayProblems(listener, false);
        try (Engine engine = new Engine(plan, store, told)) {
            ReplayRun run = new ReplayRun(request, plan, engine, told, listener);
            run.toTheEnd();
            return run.firstTick();
        }
    }

    private static ToyFrame trade(long tick) {
        return new ToyFrame(0, tick, "T AAA " + Ticks.startMs(tick) + " " + tick + " 10 1 B");
    }

    private Path write(List<ToyFrame> frames, long lastClosedTick) throws CaptureException {
        Path capture = folder.resolve("frames.pawl");
        try (CaptureWriter writer = CaptureWriter.create(capture)) {
            for (ToyFrame frame : frames) {
                byte[] bytes = frame.bytes();
                String feed = frame.venue() == 0 ? "alpha/stream" : "beta/stream";
                writer.frame(feed, frame.tick() * Ticks.TICK_NS, frame.tick(), bytes, 0, bytes.length);
            }
            writer.end(lastClosedTick);
        }
        return capture;
    }

    private static void assertSameFiles(HeapLogStore one, HeapLogStore other) {
        assertThat(one.names()).isEqualTo(other.names());
        for (String name : one.names()) {
            assertThat(one.bytes(name)).as(name).isEqualTo(other.bytes(name));
        }
    }
}
