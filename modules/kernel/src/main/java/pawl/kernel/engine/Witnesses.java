package pawl.kernel.engine;

import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/** What the tokens' calls of plugins share: the second instances, and what these are asked with. */
final class Witnesses {
    private final EnginePlan plan;
    private final Witness ofFeatures;
    private final FeatureFrame witnessed = new FeatureFrame();
    private final Witness ofTiers;

    Witnesses(EnginePlan plan) {
        this.plan = plan;
        ofFeatures = new Witness(plan.features().extractor().stateWords());
        ofTiers = new Witness(plan.tiers().policy().stateWords());
    }

    FeatureStep features(Token token, StateBlock state) {
        return new FeatureStep(token, plan.features(), state, ofFeatures, witnessed);
    }

    TierStep tiers(Token token, StateBlock state) {
        return new TierStep(token, plan.tiers(), state, ofTiers);
    }
}
