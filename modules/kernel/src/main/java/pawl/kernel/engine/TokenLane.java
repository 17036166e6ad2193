package pawl.kernel.engine;

import pawl.api.event.EventBatch;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;
import pawl.canonical.FlushCounts;
import pawl.canonical.TokenQueue;
import pawl.feature.CandleClosings;
import pawl.feature.Candles;
import pawl.feature.InputFreshness;
import pawl.fsm.TokenMachine;
import pawl.fsm.TokenState;
import pawl.storage.EngineLog;

/** One token's way through the steps of a tick. It holds views and scratch; what must last lies in the token's block. */
final class TokenLane {
    private static final double NO_PHASE_FACTOR = 1;
    private static final int HIGHEST_TIER = 255;

    private final Token token;
    private final TokenQueue queue;
    private final EventBatch flushed = new EventBatch();
    private final FeatureFrame frame = new FeatureFrame();
    private final EnginePlan.FeaturePlugin features;
    private final StateBlock featureState;
    private final Candles oneMinute;
    private final Candles fiveMinutes;
    private final InputFreshness freshness;
    private final EnginePlan.TierPlugin tiers;
    private final StateBlock tierState;
    private final TokenMachine machine;
    private final EngineState engineState;
    private boolean hasStepped;
    private int nextTier;

    TokenLane(Token token, long[] blocks, BlockLayout layout, EnginePlan plan) {
        this.token = token;
        int index = token.index();
        queue = new TokenQueue(
                layout.view(blocks, index, "canonical"), plan.venues().size(), plan.conflatesBookTicker());
        features = plan.features();
        featureState = layout.view(blocks, index, "features");
        StateBlock candles = layout.view(blocks, index, "candles");
        oneMinute = new Candles(candles, 0, Candles.ONE_MINUTE_MS);
        fiveMinutes = new Candles(candles, Candles.stateWords(), Candles.FIVE_MINUTES_MS);
        freshness = new InputFreshness(
                layout.view(blocks, index, "freshness"), plan.staleAfterTicks(), plan.gapHoldTicks());
        tiers = plan.tiers();
        tierState = layout.view(blocks, index, "tier");
        machine = new TokenMachine(
                layout.view(blocks, index, "machine"),
                plan.tokenTable(),
                plan.dissipation(),
                plan.heatWeights(),
                plan.releaseWeights());
        engineState = new EngineState(layout.view(blocks, index, "engine"));
    }

    Token token() {
        return token;
    }

    TokenQueue queue() {
        return queue;
    }

    TokenState state() {
        return machine.state();
    }

    EngineState engineState() {
        return engineState;
    }

    /** Gives a token that was never seen its first tier. */
    void assignFirstTier() {
        if (!engineState.hasTier()) {
            try {
                engineState.setTier(checkedTier(tiers.policy().initialTier(token)));
            } catch (RuntimeException e) {
                throw new EngineFault(tiers.pluginId(), token, e);
            }
        }
        nextTier = engineState.tier();
    }

    /** The tier, when a log can name it and its thresholds have a factor. */
    private int checkedTier(int tier) {
        if (tier < 0 || tier > HIGHEST_TIER) {
            throw new IllegalArgumentException(
                    "tier " + tier + " is none; a tier is a position among those configured");
        }
        checkedFactor(tier);
        return tier;
    }

    /** What the tier's thresholds are multiplied with. */
    private double checkedFactor(int tier) {
        double factor = tiers.policy().thresholdMultiplier(tier);
        // Written so that NaN is refused too.
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new ArithmeticException(
                    "the multiplier of tier " + tier + " is " + factor + "; it is to be finite and above 0 (D4)");
        }
        return factor;
    }

    void flush(FlushCounts counts) {
        queue.flush(flushed, counts);
    }

    void extractFeatures(long tick) {
        frame.clear();
        try {
            features.extractor().extract(token, tick, flushed, featureState, frame);
        } catch (RuntimeException e) {
            throw new EngineFault(features.pluginId(), token, e);
        }
        oneMinute.update(flushed, CandleClosings.NONE);
        fiveMinutes.update(flushed, CandleClosings.NONE);
        freshness.update(flushed);
    }

    void updateMachine(long tick) {
        double tierFactor;
        try {
            tierFactor = checkedFactor(engineState.tier());
        } catch (RuntimeException e) {
            throw new EngineFault(tiers.pluginId(), token, e);
        }
        hasStepped = machine.update(tick, frame, tierFactor, NO_PHASE_FACTOR, freshness.holds());
    }

    void assignTier(long tick) {
        try {
            int tier = tiers.policy().assign(token, tick, engineState.tier(), flushed, tierState);
            nextTier = tier == engineState.tier() ? tier : checkedTier(tier);
        } catch (RuntimeException e) {
            throw new EngineFault(tiers.pluginId(), token, e);
        }
    }

    /** Logs what the tick flushed and decided; a new tier takes effect with the next tick. */
    void append(long tick, EngineLog log, EngineCounts counts) {
        int index = token.index();
        if (flushed.size() > 0) {
            log.events(index, tick, flushed);
            counts.addFlushed(flushed);
        }
        if (hasStepped) {
            log.transition(index, tick, TransitionLogging.record(machine.transition(), engineState.tier()));
            counts.transitions++;
        }
        if (nextTier != engineState.tier()) {
            log.tierChange(index, tick, engineState.tier(), nextTier);
            counts.tierChanges++;
            engineState.setTier(nextTier);
        }
    }

    /** Inputs were missing from one tick through another (D2). */
    void outage(long resumedTick, long firstMissingTick, long lastMissingTick, EngineLog log) {
        log.outage(token.index(), resumedTick, firstMissingTick, lastMissingTick);
        try {
            features.extractor().restart(token, resumedTick, featureState);
        } catch (RuntimeException e) {
            throw new EngineFault(features.pluginId(), token, e);
        }
        freshness.restart();
        machine.restart();
    }
}
