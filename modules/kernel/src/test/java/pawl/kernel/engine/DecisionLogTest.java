package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pawl.api.event.EventView;
import pawl.api.plugin.StateBlock;
import pawl.api.tier.TierPolicy;
import pawl.api.token.Token;
import pawl.fsm.TokenState;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.ToyEngine;
import pawl.kernel.toy.ToyPlan;
import pawl.storage.RecordType;

class DecisionLogTest {
    @Test
    void aNewTierIsLoggedAndMovesTheThresholdsOfTheNextTick() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD.withTiers(new TierZeroAfter(1_002)))) {
            toy.buys(1_000, "AAA", 8);
            toy.engine().closeThrough(1_004);
            toy.engine().stop();
            assertThat(LogTexts.ofToken(toy.store(), "AAA", RecordType.TRANSITION, RecordType.TIER_CHANGE))
                    .containsExactly(
                            "1002 TRANSITION BUILD>PRESSURE measure 0.8998870849609375"
                                    + " threshold 0.5 = 0.5 x 1.0 x 1.0, tier 1, held 2",
                            "1002 TIER_CHANGE 1>0",
                            "1004 TRANSITION PRESSURE>FRAGILE measure 0.8998870849609375"
                                    + " threshold 0.6875 = 0.55 x 1.25 x 1.0, tier 0, held 2");
            assertThat(toy.engine().counts().transitions()).isEqualTo(2);
            assertThat(toy.engine().counts().tierChanges()).isEqualTo(3); // of each token
            assertThat(toy.engine().stateOf(0)).isEqualTo(TokenState.FRAGILE);
            assertThat(toy.engine().stateOf(1)).isEqualTo(TokenState.BUILD);
        }
    }

    @Test
    void aTierAboveTheHeatHoldsBackAStepThatTheLastTierAllowed() throws Exception {
        try (ToyEngine toy = new ToyEngine(ToyPlan.STANDARD.withTiers(new TierZeroAfter(1_001)))) {
            toy.buys(1_000, "AAA", 3); // a heat of 0.578, between 0.5 and 0.625
            toy.engine().closeThrough(1_004);
            toy.engine().stop();
            assertThat(LogTexts.ofToken(toy.store(), "AAA", RecordType.TRANSITION, RecordType.TIER_CHANGE))
                    .containsExactly("1001 TIER_CHANGE 1>0");
        }
    }

    /** Thresholds x 1, and x 1.25 from the tick after a stated one on. */
    private record TierZeroAfter(long tick) implements TierPolicy {
        @Override
        public int stateWords() {
            return 0;
        }

        @Override
        public int initialTier(Token token) {
            return 1;
        }

        @Override
        public int assign(Token token, long now, int currentTier, EventView events, StateBlock state) {
            return now == tick ? 0 : currentTier;
        }

        @Override
        public double thresholdMultiplier(int tier) {
            return tier == 0 ? 1.25 : 1;
        }

        @Override
        public double memberWeight(int tier) {
            return 1;
        }
    }
}
