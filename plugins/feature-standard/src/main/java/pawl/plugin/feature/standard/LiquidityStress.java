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
    void sample(StateBlock state, int base) {
        if (state.getDouble(base + MID_PRICE) == 0) {
            state.setDouble(base + LIQUIDITY_SCORE, 1);
            return;
        }
        double spread = state.getDouble(base + SPREAD);
        double depth = state.getDouble(base + DEPTH);
        long sample = state.getLong(base + BOOK_SAMPLES) + 1;
        long baselineSample = state.getLong(base + BOOK_BASELINE_SAMPLES) + 1;
        state.setLong(base + BOOK_SAMPLES, sample);
        state.setLong(base + BOOK_BASELINE_SAMPLES, baselineSample);
        double weight = EwMean.weight(sample, windowWeight);
        double slowWeight = EwMean.weight(baselineSample, baselineWeight);
        EwMean.add(state, base + SPREAD_SHORT, weight, spread);
        EwMean.add(state, base + DEPTH_SHORT, weight, depth);
        EwMean.add(state, base + SPREAD_BASELINE, slowWeight, spread);
        EwMean.add(state, base + DEPTH_BASELINE, slowWeight, depth);
        double tightness =
                Scores.shortfall(state.getDouble(base + SPREAD_BASELINE), state.getDouble(base + SPREAD_SHORT));
        double fullness = Scores.shortfall(state.getDouble(base + DEPTH_SHORT), state.getDouble(base + DEPTH_BASELINE));
        state.setDouble(base + LIQUIDITY_SCORE, 1 - tightness * fullness);
    }

    /** To be asked while the quote is fresh. */
    boolean isWarm(StateBlock state, int base) {
        return state.getLong(base + BOOK_SAMPLES) >= windowSamples
                && state.getLong(base + BOOK_BASELINE_SAMPLES) >= warmUpSamples;
    }
}
