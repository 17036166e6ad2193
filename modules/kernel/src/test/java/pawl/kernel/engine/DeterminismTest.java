package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.event.EventFlag;
import pawl.api.token.Ticks;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.RandomFrames;
import pawl.kernel.toy.ToyFrame;
import pawl.kernel.toy.ToyGroups;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyRun;
import pawl.storage.StoreDigest;

/** D1, with an engine of toys and frames of all sorts. */
class DeterminismTest {
    private static final ToyPlan PLAN = ToyPlan.STANDARD.withGroups(ToyGroups.SOME);

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("pawl.seeds", 30));
    }

    static LongStream fewSeeds() {
        return LongStream.range(100, 108);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameFramesGiveTheSameFiles(long seed) throws Exception {
        List<ToyFrame> frames = RandomFrames.of(seed, 60);
        StoreDigest once = StoreDigest.of(ToyRun.straightThrough(PLAN, frames));
        StoreDigest twice = StoreDigest.of(ToyRun.straightThrough(PLAN, frames));
        assertThat(twice).isEqualTo(once);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void aRunStoppedAndResumedAtEveryTickLeavesTheFilesOfOneThatWasNot(long seed) throws Exception {
        List<ToyFrame> frames = RandomFrames.of(seed, 25);
        HeapLogStore straight = ToyRun.straightThrough(PLAN, frames);
        HeapLogStore stopped = new HeapLogStore();
        for (long tick = frames.getFirst().tick(); tick < frames.getLast().tick(); tick++) {
            ToyRun.through(PLAN, stopped, frames, tick);
        }
        ToyRun.through(PLAN, stopped, frames, Long.MAX_VALUE);
        assertSameFiles(stopped, straight);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void aRunStoppedOnceAtAnyTickAndResumedLeavesTheFilesOfOneThatWasNot(long seed) throws Exception {
        List<ToyFrame> frames = RandomFrames.of(seed, 20);
        HeapLogStore straight = ToyRun.straightThrough(PLAN, frames);
        for (long tick = frames.getFirst().tick() - 1; tick <= frames.getLast().tick(); tick++) {
            HeapLogStore stopped = new HeapLogStore();
            ToyRun.through(PLAN, stopped, frames, tick);
            ToyRun.through(PLAN, stopped, frames, Long.MAX_VALUE);
            assertSameFiles(stopped, straight);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLongRunStoppedAndResumedAtRandomTicksLeavesTheFilesOfOneThatWasNot(long seed) throws Exception {
        List<ToyFrame> frames = RandomFrames.of(seed, 250);
        SplittableRandom random = new SplittableRandom(seed);
        TreeSet<Long> stops = new TreeSet<>();
        for (int i = 0; i < 6; i++) {
            stops.add(random.nextLong(frames.getFirst().tick(), frames.getLast().tick()));
        }
        HeapLogStore stopped = new HeapLogStore();
        for (long tick : stops) {
            ToyRun.through(PLAN, stopped, frames, tick);
        }
        ToyRun.through(PLAN, stopped, frames, Long.MAX_VALUE);
        assertSameFiles(stopped, ToyRun.straightThrough(PLAN, frames));
    }

    @Test
    void theRandomFramesMakeEverythingHappen() throws Exception {
        Set<String> types = new TreeSet<>();
        Set<String> states = new TreeSet<>();
        boolean isAnyLate = false;
        for (long seed : seeds().toArray()) {
            HeapLogStore store = ToyRun.straightThrough(PLAN, RandomFrames.of(seed, 250));
            assertThat(store.list("ticks")).as("days").hasSize(2);
            for (String token : List.of("AAA", "BBB", "CCC")) {
                for (String text : LogTexts.ofToken(store, token)) {
                    String[] words = text.split(" ");
                    types.add(words[1]);
                    isAnyLate |= words[2].equals("venue") && EventFlag.has(Integer.parseInt(words[5]), EventFlag.LATE);
                    if (words[1].equals("TRANSITION")) {
                        states.add(words[2]);
                    }
                }
            }
        }
        assertThat(types)
                .containsExactly(
                        "BOOK_TICKER",
                        "CLUSTER_SHARES",
                        "CLUSTER_TRANSITION",
                        "EVENT_PHASE",
                        "GAP",
                        "LIQUIDATION",
                        "OUTAGE",
                        "TIER_CHANGE",
                        "TRADE",
                        "TRANSITION");
        assertThat(isAnyLate).isTrue();
        assertThat(states).as("steps of the ring").hasSize(6);
    }

    /** Distinct exchange times decide the order, so arrival cannot. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfArrivalInsideATickDoesNotMatterWhereTheKeyDecides(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<ToyFrame> inOrder = new ArrayList<>();
        List<ToyFrame> shuffled = new ArrayList<>();
        for (long tick = RandomFrames.MIDNIGHT_TICK - 20; tick < RandomFrames.MIDNIGHT_TICK + 20; tick++) {
            List<ToyFrame> ofTick = framesWithTimesOfTheirOwn(tick, random);
            inOrder.addAll(ofTick);
            List<ToyFrame> mixed = new ArrayList<>(ofTick);
            Collections.shuffle(mixed, random);
            shuffled.addAll(mixed);
        }
        assertThat(shuffled).isNotEqualTo(inOrder);
        assertSameFiles(ToyRun.straightThrough(PLAN, shuffled), ToyRun.straightThrough(PLAN, inOrder));
    }

    private static List<ToyFrame> framesWithTimesOfTheirOwn(long tick, SplittableRandom random) {
        List<ToyFrame> frames = new ArrayList<>();
        long timeMs = Ticks.startMs(tick);
        for (int i = 1 + random.nextInt(10); i > 0; i--) {
            timeMs += 1 + random.nextInt(9);
            String text = switch (random.nextInt(4)) {
                case 0 -> "L AAA " + timeMs + " 10 1";
                case 1 -> "Q AAA " + timeMs + " " + timeMs + " 10 1 11 1;T BBB " + timeMs + " " + timeMs + " 10 1 S";
                default -> "T AAA " + timeMs + " " + timeMs + " 10 1 " + (random.nextInt(5) == 0 ? "S" : "B");
            };
            frames.add(new ToyFrame(0, tick, text));
        }
        return frames;
    }

    private static void assertSameFiles(HeapLogStore one, HeapLogStore other) {
        assertThat(one.names()).isEqualTo(other.names());
        for (String name : one.names()) {
            assertThat(one.bytes(name)).as(name).isEqualTo(other.bytes(name));
        }
    }
}
