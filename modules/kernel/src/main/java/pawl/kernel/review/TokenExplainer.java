package pawl.kernel.review;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import pawl.api.decimal.Decimals;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureFrame;
import pawl.api.token.Token;
import pawl.fsm.FeatureWeights;
import pawl.fsm.Threshold;
import pawl.fsm.TokenMachine;
import pawl.fsm.TokenTable;
import pawl.kernel.engine.TokenLane;

/** Why a token's machine stands where it stands: features, measures, thresholds with their factors, counts. */
final class TokenExplainer {
    private final TokenLane lane;
    private final TokenMachine machine;
    private final SequencedMap<String, SequencedMap<String, Object>> parts;

    TokenExplainer(TokenLane lane, SequencedMap<String, SequencedMap<String, Object>> parts) {
        this.lane = lane;
        this.machine = lane.machine();
        this.parts = parts;
    }

    void explain() {
        state();
        features();
        measure("heat", machine.heatWeights(), machine.heat());
        measure("release", machine.releaseWeights(), machine.memory().release());
        nextStep();
    }

    private SequencedMap<String, Object> part(String name) {
        return parts.computeIfAbsent(name, _ -> new LinkedHashMap<>());
    }

    private void state() {
        Token token = lane.token();
        SequencedMap<String, Object> state = part("token");
        state.put("state", machine.state().name());
        state.put("dwellTicks", machine.memory().dwellTicks());
        state.put("dissipating", machine.isDissipating());
        state.put("held", held());
        state.put("tier", (long) lane.engineState().tier());
        state.put("tierFactor", lane.tierFactor());
        state.put("phaseFactor", lane.phaseFactor());
        state.put("lastPrice", Decimals.toText(lane.lastPriceMantissa(), token.priceExponent()));
    }

    private String held() {
        if (!lane.isHeld()) {
            return "no";
        }
        return lane.freshness().gapHoldTicks() > 0
                ? "for a gap, " + lane.freshness().gapHoldTicks() + " ticks more"
                : "no trade or quote for " + lane.freshness().silentTicks() + " ticks";
    }

    private void features() {
        FeatureFrame frame = lane.frame();
        SequencedMap<String, Object> features = part("features");
        for (Feature feature : Feature.values()) {
            features.put(
                    feature.configurationName(), frame.isValid(feature) ? (Object) frame.score(feature) : "absent");
        }
    }

    private void measure(String name, FeatureWeights weights, double value) {
        SequencedMap<String, Object> terms = part(name);
        for (FeatureWeights.Term term : weights.terms()) {
            terms.put(term.feature().configurationName(), weights.contribution(term, lane.frame()));
        }
        terms.put(name, weights.isDefined(lane.frame()) ? (Object) value : "absent: too few features");
    }

    private void nextStep() {
        TokenTable.Row row = machine.row();
        Threshold threshold = row.threshold();
        SequencedMap<String, Object> next = part("next step");
        next.put("to", row.to().name());
        next.put("measure", row.measure().name());
        next.put("measured", machine.value(row.measure()));
        next.put("enter", inForce(threshold.enter()));
        next.put("enterBase", threshold.enter());
        next.put("exit", inForce(threshold.exit()));
        next.put("exitBase", threshold.exit());
        next.put("tierFactor", lane.tierFactor());
        next.put("phaseFactor", lane.phaseFactor());
        next.put("count", machine.memory().count());
        next.put("persistTicks", (long) threshold.persistTicks());
        next.put("fadingTicks", machine.memory().fadingTicks());
    }

    private double inForce(double base) {
        return Threshold.inForce(base, lane.tierFactor(), lane.phaseFactor());
    }
}
