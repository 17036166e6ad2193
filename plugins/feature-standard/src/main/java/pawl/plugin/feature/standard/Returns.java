package pawl.plugin.feature.standard;

import static pawl.plugin.feature.standard.StateWords.COMPRESSION_SCORE;
import static pawl.plugin.feature.standard.StateWords.DIVERGENCE_SCORE;
import static pawl.plugin.feature.standard.StateWords.FLOW_MEAN;
import static pawl.plugin.feature.standard.StateWords.FLOW_SAMPLES;
import static pawl.plugin.feature.standard.StateWords.FLOW_SQUARE_BASELINE;
import static pawl.plugin.feature.standard.StateWords.RETURN_BASELINE_SAMPLES;
import static pawl.plugin.feature.standard.StateWords.RETURN_MEAN;
import static pawl.plugin.feature.standard.StateWords.RETURN_SAMPLES;
import static pawl.plugin.feature.standard.StateWords.RETURN_SQUARE_BASELINE;
import static pawl.plugin.feature.standard.StateWords.RETURN_SQUARE_SHORT;
import static pawl.plugin.feature.standard.StateWords.SAMPLED_PRICE;
import static pawl.plugin.feature.standard.StateWords.SAMPLED_SOURCE;
import static pawl.plugin.feature.standard.StateWords.SIGNED_FLOW;

import pawl.api.feature.Feature;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;

/**
 * Divergence and compression, from returns and taker flow sampled together on a grid of ticks, so that neither how a venue batches
 * its messages nor the bounce between bid and ask shows in them.
 */
final class Returns {
    private final long divergenceSamples;
    private final double divergenceWeight;
    private final double meanDeviation;
    private final long compressionSamples;
    private final double compressionWeight;
    private final long warmUpSamples;
    private final double baselineWeight;

    Returns(StandardSettings settings) {
        divergenceSamples = settings.samples(settings.divergenceWindowTicks());
        divergenceWeight = EwMean.steadyWeight(divergenceSamples);
        // Of such a mean of independent samples, in units of the deviation of one.
        meanDeviation = Math.sqrt(divergenceWeight / (2 - divergenceWeight));
        compressionSamples = settings.samples(settings.compressionWindowTicks());
        compressionWeight = EwMean.steadyWeight(compressionSamples);
        warmUpSamples = settings.samples(settings.baselineWarmUpTicks());
        baselineWeight = EwMean.steadyWeight(settings.samples(settings.baselineWindowTicks()));
    }

    /**
     * @param price now; 0 for none, and then nothing is sampled and the flow goes on adding up
     * @param source of the price: mid and last trade differ by half a spread, which is no return
     */
    void sample(double price, PriceSource source, StateBlock state) {
        if (source == PriceSource.NONE) {
            state.setDouble(SAMPLED_PRICE, 0);
            return;
        }
        if (price == 0) {
            return;
        }
        double previous = state.getDouble(SAMPLED_PRICE);
        if (previous > 0 && state.getLong(SAMPLED_SOURCE) == source.ordinal()) {
            add(Scores.relativeChange(previous, price), state.getDouble(SIGNED_FLOW), state);
        }
        state.setDouble(SIGNED_FLOW, 0);
        state.setDouble(SAMPLED_PRICE, price);
        state.setLong(SAMPLED_SOURCE, source.ordinal());
    }

    private void add(double change, double flow, StateBlock state) {
        long sample = counted(RETURN_SAMPLES, state);
        long flowSample = counted(FLOW_SAMPLES, state);
        double slowWeight = EwMean.weight(counted(RETURN_BASELINE_SAMPLES, state), baselineWeight);
        double square = change * change;
        EwMean.add(state, RETURN_MEAN, EwMean.weight(sample, divergenceWeight), change);
        EwMean.add(state, RETURN_SQUARE_SHORT, EwMean.weight(sample, compressionWeight), square);
        EwMean.add(state, RETURN_SQUARE_BASELINE, slowWeight, square);
        EwMean.add(state, FLOW_MEAN, EwMean.weight(flowSample, divergenceWeight), flow);
        EwMean.add(state, FLOW_SQUARE_BASELINE, slowWeight, flow * flow);
        state.setDouble(DIVERGENCE_SCORE, divergence(state));
        state.setDouble(COMPRESSION_SCORE, compression(state));
    }

    private static long counted(int word, StateBlock state) {
        long samples = state.getLong(word) + 1;
        state.setLong(word, samples);
        return samples;
    }

    private double divergence(StateBlock state) {
        double move = deviations(RETURN_MEAN, RETURN_SQUARE_BASELINE, state);
        double flow = deviations(FLOW_MEAN, FLOW_SQUARE_BASELINE, state);
        return (Scores.squash(move) - Scores.squash(flow)) / 2;
    }

    private double deviations(int meanWord, int squareWord, StateBlock state) {
        double deviation = Math.sqrt(state.getDouble(squareWord)) * meanDeviation;
        return Scores.inDeviations(state.getDouble(meanWord), deviation);
    }

    private static double compression(StateBlock state) {
        double shortSquare = state.getDouble(RETURN_SQUARE_SHORT);
        double baselineSquare = state.getDouble(RETURN_SQUARE_BASELINE);
        return 1 - Math.sqrt(Scores.shortfall(shortSquare, baselineSquare));
    }

    void scoreDivergence(StateBlock state, FeatureFrame frame) {
        if (state.getLong(FLOW_SAMPLES) >= divergenceSamples
                && state.getLong(RETURN_BASELINE_SAMPLES) >= warmUpSamples) {
            frame.set(Feature.DIVERGENCE, state.getDouble(DIVERGENCE_SCORE));
        }
    }

    void scoreCompression(StateBlock state, FeatureFrame frame) {
        if (state.getLong(RETURN_SAMPLES) >= compressionSamples
                && state.getLong(RETURN_BASELINE_SAMPLES) >= warmUpSamples) {
            frame.set(Feature.COMPRESSION, state.getDouble(COMPRESSION_SCORE));
        }
    }

    /** Forgets the windows, whose first sample then has the whole weight, and keeps the baselines. */
    static void restart(StateBlock state) {
        state.setLong(RETURN_SAMPLES, 0);
        state.setLong(FLOW_SAMPLES, 0);
        state.setDouble(SAMPLED_PRICE, 0);
    }
}
