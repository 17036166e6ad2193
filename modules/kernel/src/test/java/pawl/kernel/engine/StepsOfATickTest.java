package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pawl.api.event.EventView;
import pawl.api.feature.FeatureExtractor;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;
import pawl.api.tier.TierPolicy;
import pawl.api.token.Token;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.ToyEngine;
import pawl.kernel.toy.ToyPlan;

/** E2.2: what each step does is seen from outside, as calls of plugins and writes to the store. */
class StepsOfATickTest {
    private final List<String> calls = new ArrayList<>();

    @Test
    void aTickRunsItsStepsInOrder() throws Exception {
        ToyPlan plan = ToyPlan.STANDARD
                .withFeatures(new RecordingFeatures())
                .withTiers(new RecordingTiers())
                .withSnapshotEveryTicks(1);
        try (ToyEngine toy = new ToyEngine(plan, new HeapLogStore(calls))) {
            toy.buys(1_000, "AAA", 1);
            toy.engine().closeThrough(1_009); // Until none of the tokens is asked about twice, for a witness.
            calls.clear();
            toy.buys(1_010, "AAA", 2);
            toy.buys(1_010, "CCC", 1);
            toy.engine().closeThrough(1_010);
        }
        assertThat(calls.subList(0, 9)).as("steps 1 to 4").containsExactlyInAnyOrderElementsOf(stepsOneToFour());
        for (int token = 0; token < 3; token++) {
            List<String> ofToken = stepsOneToFour().subList(3 * token, 3 * token + 3);
            assertThat(calls).as("of token %d", token).containsSubsequence(ofToken);
        }
        assertThat(calls.subList(9, calls.size()))
                .as("steps 5 and 6")
                .containsExactly(
                        "append logs/AAA/1970-01-01.log",
                        "append logs/CCC/1970-01-01.log",
                        "append ticks/1970-01-01.log",
                        "replace snapshots/AAA/1010.snapshot",
                        "replace snapshots/BBB/1010.snapshot",
                        "replace snapshots/CCC/1010.snapshot");
    }

    private static List<String> stepsOneToFour() {
        return List.of(
                "extract AAA 1010 with 2 events",
                "multiplier of tier 0",
                "assign AAA 1010 in tier 0 with 2 events",
                "extract BBB 1010 with 0 events",
                "multiplier of tier 1",
                "assign BBB 1010 in tier 1 with 0 events",
                "extract CCC 1010 with 1 events",
                "multiplier of tier 2",
                "assign CCC 1010 in tier 2 with 1 events");
    }

    private final class RecordingFeatures implements FeatureExtractor {
        @Override
        public int stateWords() {
            return 0;
        }

        @Override
        public void extract(Token token, long tick, EventView events, StateBlock state, FeatureFrame frame) {
            calls.add("extract " + token.name() + " " + tick + " with " + events.size() + " events");
        }

        @Override
        public void restart(Token token, long tick, StateBlock state) {
            calls.add("restart " + token.name());
        }
    }

    /** Each token has a tier of its own, so that a question for a multiplier tells whose it is. */
    private final class RecordingTiers implements TierPolicy {
        @Override
        public int stateWords() {
            return 0;
        }

        @Override
        public int initialTier(Token token) {
            return token.index();
        }

        @Override
        public int assign(Token token, long tick, int currentTier, EventView events, StateBlock state) {
            calls.add("assign " + token.name() + " " + tick + " in tier " + currentTier + " with " + events.size()
                    + " events");
            return currentTier;
        }

        @Override
        public double thresholdMultiplier(int tier) {
            calls.add("multiplier of tier " + tier);
            return 1;
        }

        @Override
        public double memberWeight(int tier) {
            return 1;
        }
    }
}
