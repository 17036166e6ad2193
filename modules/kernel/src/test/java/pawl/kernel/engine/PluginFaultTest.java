package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import pawl.api.event.EventView;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureExtractor;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;
import pawl.api.tier.TierPolicy;
import pawl.api.token.Token;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.ToyEngine;
import pawl.kernel.toy.ToyFeatures;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyTiers;

/** A plugin that breaks its contract on BBB in tick 1,002 stops the engine, and nothing of that tick is in a log. */
class PluginFaultTest {
    private static final long BAD_TICK = 1_002;
    private static final String FEATURE = "plugin feature-toy failed on token BBB: ";
    private static final String TIER = "plugin tier-toy failed on token BBB: ";

    /** What a feature extractor does wrong, by the message. */
    private static final Map<String, FeatureFault> FEATURE_FAULTS = Map.of(
            FEATURE + "java.lang.IllegalStateException: boom",
                    (state, frame) -> {
                        throw new IllegalStateException("boom");
                    },
            FEATURE + "java.lang.ArithmeticException: COMPRESSION was to become NaN; a score is -1 to 1 (D4)",
                    (state, frame) -> frame.set(Feature.COMPRESSION, 0.0 / 0),
            FEATURE
                            + "java.lang.ArithmeticException: word 1 of a state block was to become Infinity; a division or a square"
                            + " root lacks its guard (D4)",
                    (state, frame) -> state.setDouble(1, 1.0 / 0),
            FEATURE + "java.lang.IndexOutOfBoundsException: Index 4 out of bounds for length 4",
                    (state, frame) -> state.setLong(4, 1),
            FEATURE + "java.lang.IndexOutOfBoundsException: Index -1 out of bounds for length 4",
                    (state, frame) -> state.setLong(-1, 1));

    private static final Map<String, TierPolicy> TIER_FAULTS = Map.of(
            TIER + "java.lang.IllegalStateException: boom", new FaultyTiers(-9, 1),
            TIER + "java.lang.IllegalArgumentException: tier -1 is none; a tier is a position among those configured",
                    new FaultyTiers(-1, 1),
            TIER + "java.lang.IllegalArgumentException: tier 256 is none; a tier is a position among those configured",
                    new FaultyTiers(256, 1),
            TIER
                            + "java.lang.ArithmeticException: the multiplier of tier 7 is NaN; it is to be finite and above 0 (D4)",
                    new FaultyTiers(7, Double.NaN),
            TIER
                            + "java.lang.ArithmeticException: the multiplier of tier 8 is 0.0; it is to be finite and above 0 (D4)",
                    new FaultyTiers(8, 0),
            TIER
                            + "java.lang.ArithmeticException: the multiplier of tier 9 is Infinity; it is to be finite and above 0 (D4)",
                    new FaultyTiers(9, Double.POSITIVE_INFINITY));

    private static final List<String> FEATURE_MESSAGES =
            FEATURE_FAULTS.keySet().stream().sorted().toList();
    private static final List<String> TIER_MESSAGES =
            TIER_FAULTS.keySet().stream().sorted().toList();

    private interface FeatureFault {
        void run(StateBlock state, FeatureFrame frame);
    }

    @ParameterizedTest
    @FieldSource("FEATURE_MESSAGES")
    void aFeaturePluginAtFaultStopsTheEngine(String message) throws Exception {
        FeatureFault fault = FEATURE_FAULTS.get(message);
        assertStops(ToyPlan.STANDARD.withFeatures(new FaultyFeatures(fault)), message);
    }

    @ParameterizedTest
    @FieldSource("TIER_MESSAGES")
    void aTierPluginAtFaultStopsTheEngine(String message) throws Exception {
        assertStops(ToyPlan.STANDARD.withTiers(TIER_FAULTS.get(message)), message);
    }

    private static void assertStops(ToyPlan plan, String message) throws Exception {
        ToyEngine toy = new ToyEngine(plan);
        for (long tick = BAD_TICK - 2; tick <= BAD_TICK; tick++) {
            toy.buys(tick, "AAA", 1);
            toy.buys(tick, "BBB", 1);
        }
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> toy.engine().closeThrough(BAD_TICK))
                .withMessage("tick 1002: " + message + "; nothing of it was written")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.INVARIANT));
        assertThatIllegalStateException().isThrownBy(() -> toy.engine().closeThrough(BAD_TICK));
        assertThatIllegalStateException().isThrownBy(() -> toy.engine().stop());
        assertThatIllegalStateException().isThrownBy(() -> toy.buys(BAD_TICK, "AAA", 1));
        toy.close();
        assertThat(LogTexts.committedTicks(toy.store())).containsExactly(BAD_TICK - 2, BAD_TICK - 1);
        for (String token : List.of("AAA", "BBB")) {
            assertThat(LogTexts.ofToken(toy.store(), token))
                    .extracting(text -> text.split(" ")[0])
                    .containsExactly("1000", "1001");
        }
        assertThat(toy.store().list("snapshots")).isEmpty();
    }

    @Test
    void aFeaturePluginThatCannotRestartStopsTheEngineBeforeTheOutageIsWritten() throws Exception {
        ToyEngine toy = new ToyEngine(ToyPlan.STANDARD.withFeatures(new FaultyFeatures((state, frame) -> {})));
        toy.buys(1_000, "AAA", 1);
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> toy.buys(1_100, "AAA", 1))
                .withMessage("tick 1100: " + FEATURE
                        + "java.lang.IllegalStateException: no restart; nothing of it was written");
        toy.close();
        assertThat(LogTexts.committedTicks(toy.store())).containsExactly(1_000L);
        assertThat(LogTexts.ofToken(toy.store(), "AAA")).hasSize(1);
    }

    @Test
    void aTierPolicyWithoutAFirstTierStopsTheEngineAtTheFirstFrame() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD.withTiers(new FaultyTiers(1, 0)))) {
            assertThatExceptionOfType(PawlException.class)
                    .isThrownBy(() -> toy.buys(1_000, "AAA", 1))
                    .withMessageStartingWith(
                            "tick 1000: plugin tier-toy failed on token AAA: java.lang.ArithmeticException: the multiplier of tier 1");
        }
    }

    private static final class FaultyFeatures implements FeatureExtractor {
        private final ToyFeatures features = new ToyFeatures();
        private final FeatureFault fault;

        FaultyFeatures(FeatureFault fault) {
            this.fault = fault;
        }

        @Override
        public int stateWords() {
            return features.stateWords();
        }

        @Override
        public void extract(Token token, long tick, EventView events, StateBlock state, FeatureFrame frame) {
            features.extract(token, tick, events, state, frame);
            if (tick == BAD_TICK && token.name().equals("BBB")) {
                fault.run(state, frame);
            }
        }

        @Override
        public void restart(Token token, long tick, StateBlock state) {
            if (token.name().equals("BBB")) {
                throw new IllegalStateException("no restart");
            }
        }
    }

    /** Gives BBB a tier that is none, or whose multiplier is none. */
    private static final class FaultyTiers implements TierPolicy {
        private final ToyTiers tiers = new ToyTiers();
        private final int tier;
        private final double multiplier;

        FaultyTiers(int tier, double multiplier) {
            this.tier = tier;
            this.multiplier = multiplier;
        }

        @Override
        public int stateWords() {
            return tiers.stateWords();
        }

        @Override
        public int initialTier(Token token) {
            return tiers.initialTier(token);
        }

        @Override
        public int assign(Token token, long tick, int currentTier, EventView events, StateBlock state) {
            if (tick != BAD_TICK || !token.name().equals("BBB")) {
                return currentTier;
            }
            if (tier < -1) {
                throw new IllegalStateException("boom");
            }
            return tier;
        }

        @Override
        public double thresholdMultiplier(int ofTier) {
            return ofTier == tier ? multiplier : tiers.thresholdMultiplier(ofTier);
        }

        @Override
        public double memberWeight(int ofTier) {
            return tiers.memberWeight(ofTier);
        }
    }
}
