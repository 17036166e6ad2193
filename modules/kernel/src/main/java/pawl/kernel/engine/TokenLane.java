package pawl.kernel.engine;

import java.util.ArrayList;
import java.util.List;
import pawl.api.event.EventBatch;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;
import pawl.canonical.FlushCounts;
import pawl.canonical.TokenQueue;
import pawl.feature.CandleClosings;
import pawl.feature.Candles;
import pawl.feature.InputFreshness;
import pawl.feature.LastPrice;
import pawl.feature.PriceVenue;
import pawl.fsm.EventPhaseState;
import pawl.fsm.PhaseFactors;
import pawl.fsm.TokenMachine;
import pawl.fsm.TokenState;
import pawl.storage.EngineLog;

/** One token's way through the steps of a tick. It holds views and scratch; what must last lies in the token's block. */
public final class TokenLane {
    private final Token token;
    private final TokenQueue queue;
    private final EventBatch flushed = new EventBatch();
    private final FeatureStep features;
    private final Candles oneMinute;
    private final Candles fiveMinutes;
    private final InputFreshness freshness;
    private final PriceVenue priceVenue;
    private final LastPrice lastPrice;
    private final TierStep tiers;
    private final TokenMachine machine;
    private final EngineState engineState;
    private final TokenStreams streams;
    private final PhaseFactors tokenFactors;
    private final PhaseFactors clusterFactors;
    private final List<EventPhaseState> events = new ArrayList<>();
    private double phaseFactor = 1;
    private double clusterPhaseFactor = 1;
    private double tierFactor = 1;
    private boolean hasStepped;
    private int nextTier;

    TokenLane(Token token, long[] blocks, BlockLayout layout, EnginePlan plan, Witnesses witnesses) {
        this.token = token;
        int index = token.index();
        queue = new TokenQueue(
                layout.view(blocks, index, "canonical"), plan.venues().size(), plan.conflatesBookTicker());
        features = witnesses.features(token, layout.view(blocks, index, "features"));
        StateBlock candles = layout.view(blocks, index, "candles");
        oneMinute = new Candles(candles, 0, Candles.ONE_MINUTE_MS);
        fiveMinutes = new Candles(candles, Candles.stateWords(), Candles.FIVE_MINUTES_MS);
        freshness = new InputFreshness(
                layout.view(blocks, index, "freshness"), plan.staleAfterTicks(), plan.gapHoldTicks());
        StateBlock price = layout.view(blocks, index, "price");
        lastPrice = new LastPrice(price.part(0, LastPrice.stateWords()));
        priceVenue = new PriceVenue(
                price.part(LastPrice.stateWords(), PriceVenue.stateWords()), freshness, plan.staleAfterTicks());
        tiers = witnesses.tiers(token, layout.view(blocks, index, "tier"));
        machine = new TokenMachine(
                layout.view(blocks, index, "machine"),
                plan.tokenTable(),
                plan.dissipation(),
                plan.heatWeights(),
                plan.releaseWeights());
        engineState = new EngineState(layout.view(blocks, index, "engine"));
        streams = new TokenStreams(layout.view(blocks, index, BlockLayout.STREAMS));
        tokenFactors = plan.events().tokenFactors();
        clusterFactors = plan.events().clusterFactors();
    }

    /** Makes the token one of an event's: the event's phase is in force for it from then on. */
    void joinEvent(EventPhaseState slot) {
        events.add(slot);
    }

    /** Takes up the phases of the token's events: of several the smallest factor is in force (D8). */
    void refreshPhaseFactors() {
        phaseFactor = smallest(tokenFactors);
        clusterPhaseFactor = smallest(clusterFactors);
    }

    private double smallest(PhaseFactors factors) {
        if (events.isEmpty()) {
            return 1;
        }
        double smallest = Double.POSITIVE_INFINITY;
        for (EventPhaseState event : events) {
            smallest = Math.min(smallest, factors.of(event.phaseCode()));
        }
        return smallest;
    }

    public Token token() {
        return token;
    }

    TokenQueue queue() {
        return queue;
    }

    TokenStreams streams() {
        return streams;
    }

    public TokenState state() {
        return machine.state();
    }

    /** Whether the token walks the rest of its ring because its heat faded. */
    boolean isDissipating() {
        return machine.isDissipating();
    }

    /** Whether stale inputs or a gap hold the token's machine. */
    public boolean isHeld() {
        return freshness.holds();
    }

    /** Of the tick's tier. */
    public double tierFactor() {
        return tierFactor;
    }

    /** What the token weighs among others, by its tier. */
    public double memberWeight() {
        return tiers.memberWeight(engineState.tier());
    }

    /** What the token's events make of the thresholds of its clusters; 1 where it has none. */
    public double clusterPhaseFactor() {
        return clusterPhaseFactor;
    }

    /** 0 where no price is known. */
    public long lastPriceMantissa() {
        return lastPrice.priceMantissa();
    }

    /** The tick's features. */
    public FeatureFrame frame() {
        return features.frame();
    }

    /** What the tick flushed. */
    public EventBatch flushed() {
        return flushed;
    }

    /** What made the tick's heat, and what steps next. */
    public TokenMachine machine() {
        return machine;
    }

    public InputFreshness freshness() {
        return freshness;
    }

    /** Which venue the token's candles and last price follow. */
    public PriceVenue priceVenue() {
        return priceVenue;
    }

    public Candles oneMinuteCandles() {
        return oneMinute;
    }

    /** What the token's events make of its thresholds; 1 where it has none. */
    public double phaseFactor() {
        return phaseFactor;
    }

    public EngineState engineState() {
        return engineState;
    }

    /** Gives a token that was never seen its first tier. */
    void assignFirstTier() {
        if (!engineState.hasTier()) {
            engineState.setTier(tiers.initialTier());
        }
        nextTier = engineState.tier();
    }

    void flush(FlushCounts counts) {
        queue.flush(flushed, counts);
    }

    void extractFeatures(long tick) {
        features.extract(tick, flushed);
        freshness.update(flushed);
        priceVenue.update();
        oneMinute.update(flushed, priceVenue.venue(), CandleClosings.NONE);
        fiveMinutes.update(flushed, priceVenue.venue(), CandleClosings.NONE);
        lastPrice.update(flushed, priceVenue.venue());
    }

    void updateMachine(long tick) {
        tierFactor = tiers.multiplier(engineState.tier());
        hasStepped = machine.update(tick, features.frame(), tierFactor, phaseFactor, freshness.holds());
    }

    void assignTier(long tick) {
        nextTier = tiers.assign(tick, engineState.tier(), flushed);
    }

    /** Logs what the tick flushed and decided; a new tier takes effect with the next tick. */
    void append(long tick, EngineLog log, EngineCounts counts) {
        int index = token.index();
        if (flushed.size() > 0) {
            log.events(index, tick, flushed);
            counts.addFlushed(token, flushed);
        }
        streams.settle(index, tick, flushed, log);
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
        features.restart(resumedTick);
        freshness.restart();
        priceVenue.restart();
        lastPrice.restart();
        machine.restart();
    }
}
