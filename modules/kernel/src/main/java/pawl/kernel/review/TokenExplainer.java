package pawl.kernel.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import pawl.api.decimal.Decimals;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureFrame;
import pawl.api.token.Token;
import pawl.feature.InputFreshness;
import pawl.feature.PriceVenue;
import pawl.fsm.FeatureWeights;
import pawl.fsm.Threshold;
import pawl.fsm.TokenMachine;
import pawl.fsm.TokenTable;
import pawl.kernel.engine.TokenLane;

/** Why a token's machine stands where it stands: features, measures, thresholds with their factors, counts. */
final class TokenExplainer {
    private final TokenLane lane;
    private final TokenMachine machine;
    private final List<String> venues;
    private final SequencedMap<String, SequencedMap<String, Object>> parts;

    /** @param venues their names, in order of priority */
    TokenExplainer(TokenLane lane, List<String> venues, SequencedMap<String, SequencedMap<String, Object>> parts) {
        this.lane = lane;
        this.venues = venues;
        this.machine = lane.machine();
        this.parts = parts;
    }

    void explain() {
        state();
        venues();
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
        int followed = lane.priceVenue().venue();
        state.put("priceVenue", followed == PriceVenue.NONE ? "none" : venues.get(followed));
    }

    private String held() {
        if (!lane.isHeld()) {
            return "no";
        }
        return venues.size() == 1 ? freshness(0) : "no venue is fresh";
    }

    /** Each venue on its own: one that is fresh is enough for the machine to run. */
    private void venues() {
        SequencedMap<String, Object> fields = part("venues");
        for (int venue = 0; venue < venues.size(); venue++) {
            fields.put(venues.get(venue), lane.freshness().isFresh(venue) ? "fresh" : freshness(venue));
        }
    }

    private String freshness(int venue) {
        InputFreshness freshness = lane.freshness();
        return freshness.gapHoldTicks(venue) > 0
                ? "for a gap, " + freshness.gapHoldTicks(venue) + " ticks more"
                : "no trade or quote for " + freshness.silentTicks(venue) + " ticks";
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
