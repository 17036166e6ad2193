package pawl.kernel.engine;

import pawl.api.event.EventBatch;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureExtractor;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/** One token's calls of the feature plugin, which is held to its contract: whatever it does wrong stops the engine. */
final class FeatureStep {
    private static final Feature[] FEATURES = Feature.values();

    private final Token token;
    private final EnginePlan.FeaturePlugin plugin;
    private final StateBlock state;
    private final FeatureFrame frame = new FeatureFrame();
    private final Witness witness;
    private final FeatureFrame witnessed;
    private final StateSeal seal = new StateSeal();
    private long calls;

    /**
     * @param witness shared by all tokens, as is what its frame is written to
     * @param state the token's
     */
    FeatureStep(
            Token token, EnginePlan.FeaturePlugin plugin, StateBlock state, Witness witness, FeatureFrame witnessed) {
        this.token = token;
        this.plugin = plugin;
        this.state = state;
        this.witness = witness;
        this.witnessed = witnessed;
    }

    FeatureFrame frame() {
        return frame;
    }

    void extract(long tick, EventBatch flushed) {
        boolean isWitnessed = Witness.isDue(token, tick, calls);
        calls++;
        int modifications = flushed.modifications();
        try {
            seal.requireWhole(state);
            if (isWitnessed) {
                witness.keep(state);
            }
            frame.clear();
            plugin.extractor().extract(token, tick, flushed, state, frame);
            LentEvents.requireUnchanged(flushed, modifications);
            if (isWitnessed) {
                askWitness(tick, flushed);
                LentEvents.requireUnchanged(flushed, modifications);
                seal.set(state);
            }
        } catch (Throwable e) {
            throw EngineFault.of(plugin.pluginId(), token, e);
        }
    }

    private void askWitness(long tick, EventBatch flushed) {
        FeatureExtractor second = plugin.witness();
        witnessed.clear();
        second.extract(token, witness.decoyTick(tick), witness.decoyEvents(), witness.decoyState(), witnessed);
        witnessed.clear();
        second.extract(token, tick, flushed, witness.copy(), witnessed);
        for (Feature feature : FEATURES) {
            if (bits(witnessed, feature) != bits(frame, feature)
                    || witnessed.isValid(feature) != frame.isValid(feature)) {
                throw Witness.difference(
                        "made " + feature + " " + text(witnessed, feature) + ", not " + text(frame, feature));
            }
        }
        witness.requireSame(state);
    }

    private static long bits(FeatureFrame of, Feature feature) {
        return Double.doubleToRawLongBits(of.score(feature));
    }

    private static String text(FeatureFrame of, Feature feature) {
        return of.isValid(feature) ? Double.toString(of.score(feature)) : "invalid";
    }

    /** Inputs were missing. */
    void restart(long tick) {
        try {
            seal.requireWhole(state);
            witness.keep(state);
            plugin.extractor().restart(token, tick, state);
            plugin.witness().restart(token, tick, witness.copy());
            witness.requireSame(state);
        } catch (Throwable e) {
            throw EngineFault.of(plugin.pluginId(), token, e);
        }
    }
}
