package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.RandomFrames;
import pawl.kernel.toy.ToyFrame;
import pawl.kernel.toy.ToyGroups;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyRun;
import pawl.storage.RecordType;

/** E6, D7: clusters read tokens, once a second, and write to none. */
class ClustersTest {
    private static final ToyPlan WITHOUT = ToyPlan.STANDARD;
    private static final ToyPlan WITH =
            WITHOUT.withGroups(new ToyGroups(ToyGroups.SOME.clusters(), ToyGroups.NONE.events()));

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("pawl.seeds", 30));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tokensDoTheSameWithAndWithoutClusters(long seed) throws Exception {
        List<ToyFrame> frames = RandomFrames.of(seed, 250);
        HeapLogStore with = ToyRun.straightThrough(WITH, frames);
        HeapLogStore without = ToyRun.straightThrough(WITHOUT, frames);
        for (String token : List.of("AAA", "BBB", "CCC")) {
            assertThat(LogTexts.ofToken(with, token).stream()
                            .filter(text -> !text.contains(" CLUSTER_"))
                            .toList())
                    .isEqualTo(LogTexts.ofToken(without, token));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void stepsAreOnTheLastTickOfASecondAndInTheLogOfEveryMember(long seed) throws Exception {
        HeapLogStore store = ToyRun.straightThrough(WITH, RandomFrames.of(seed, 250));
        assertThat(stepsOf(store, "AAA", 0)).isEqualTo(stepsOf(store, "BBB", 0)).isEqualTo(stepsOf(store, "CCC", 0));
        assertThat(stepsOf(store, "AAA", 1)).isEqualTo(stepsOf(store, "BBB", 1));
        assertThat(stepsOf(store, "CCC", 1)).isEmpty();
        for (String text : LogTexts.ofToken(store, "AAA", RecordType.CLUSTER_TRANSITION)) {
            assertThat(Long.parseLong(text.split(" ")[0]) % 4).as(text).isEqualTo(3);
        }
    }

    @Test
    void theRandomFramesMakeClustersWalkTheirRing() throws Exception {
        Set<String> steps = new TreeSet<>();
        for (long seed : seeds().toArray()) {
            HeapLogStore store = ToyRun.straightThrough(WITH, RandomFrames.of(seed, 250));
            for (String text : LogTexts.ofToken(store, "AAA", RecordType.CLUSTER_TRANSITION)) {
                steps.add(text.split(" ")[4]);
            }
        }
        assertThat(steps)
                .containsExactly(
                        "CLUSTER_CALM>CLUSTER_HEATING",
                        "CLUSTER_COOLDOWN>CLUSTER_CALM",
                        "CLUSTER_FRAGILE>CLUSTER_UNWIND",
                        "CLUSTER_HEATING>CLUSTER_FRAGILE",
                        "CLUSTER_UNWIND>CLUSTER_COOLDOWN");
    }

    private static List<String> stepsOf(HeapLogStore store, String token, int cluster) throws Exception {
        return LogTexts.ofToken(store, token, RecordType.CLUSTER_TRANSITION, RecordType.CLUSTER_SHARES).stream()
                .filter(text -> text.contains(" cluster " + cluster + " "))
                .toList();
    }
}
