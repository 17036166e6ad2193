package pawl.plugin.feature.standard;

import static pawl.plugin.feature.standard.StateWords.BOOK_BASELINE_SAMPLES;
import static pawl.plugin.feature.standard.StateWords.BOOK_SAMPLES;
import static pawl.plugin.feature.standard.StateWords.DEPTH;
import static pawl.plugin.feature.standard.StateWords.DEPTH_BASELINE;
import static pawl.plugin.feature.standard.StateWords.DEPTH_SHORT;
import static pawl.plugin.feature.standard.StateWords.LIQUIDITY_SCORE;
import static pawl.plugin.feature.standard.StateWords.MID_PRICE;
import static pawl.plugin.feature.standard.StateWords.SPREAD;
import static pawl.plugin.feature.standard.StateWords.SPREAD_BASELINE;
import static pawl.plugin.feature.standard.StateWords.SPREAD_SHORT;

import pawl.api.feature.Feature;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;

/** How wide and how thin the touch is against its own slow means. A side without an order is the utmost stress. */
final class LiquidityStress {
    private final long windowSamples;
    private final double windowWeight;
    private final long warmUpSamples;
    private final double baselineWeight;

    LiquidityStress(StandardSettings settings) {
        windowSamples = settings.samples(settings.liquidityWindowTicks());
        windowWeight = EwMean.steadyWeight(windowSamples);
        warmUpSamples = settings.samples(settings.baselineWarmUpTicks());
        baselineWeight = EwMean.steadyWeight(settings.samples(settings.baselineWindowTicks()));
    }

    /** Called while the quote is fresh. */
    void sample(StateBlock state) {
        if (state.getDouble(MID_PRICE) == 0) {
            state.setDouble(LIQUIDITY_SCORE, 1);
            return;
        }
        double spread = state.getDouble(SPREAD);
        double depth = state.getDouble(DEPTH);
        long sample = state.getLong(BOOK_SAMPLES) + 1;
        long baselineSample = state.getLong(BOOK_BASELINE_SAMPLES) + 1;
        state.setLong(BOOK_SAMPLES, sample);
        state.setLong(BOOK_BASELINE_SAMPLES, baselineSample);
        double weight = EwMean.weight(sample, windowWeight);
        double slowWeight = EwMean.weight(baselineSample, baselineWeight);
        EwMean.add(state, SPREAD_SHORT, weight, spread);
        EwMean.add(state, DEPTH_SHORT, weight, depth);
        EwMean.add(state, SPREAD_BASELINE, slowWeight, spread);
        EwMean.add(state, DEPTH_BASELINE, slowWeight, depth);
        double tightness = Scores.shortfall(state.getDouble(SPREAD_BASELINE), state.getDouble(SPREAD_SHORT));
        double fullness = Scores.shortfall(state.getDouble(DEPTH_SHORT), state.getDouble(DEPTH_BASELINE));
        state.setDouble(LIQUIDITY_SCORE, 1 - tightness * fullness);
    }

    /** Called while the quote is fresh. */
    void score(StateBlock state, FeatureFrame frame) {
        if (state.getLong(BOOK_SAMPLES) >= windowSamples && state.getLong(BOOK_BASELINE_SAMPLES) >= warmUpSamples) {
            frame.set(Feature.LIQUIDITY_STRESS, state.getDouble(LIQUIDITY_SCORE));
        }
    }
}
