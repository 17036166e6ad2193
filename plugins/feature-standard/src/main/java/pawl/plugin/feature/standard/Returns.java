package pawl.plugin.feature.standard;

import static pawl.plugin.feature.standard.StateWords.COMPRESSION_SCORE;
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

import pawl.api.plugin.StateBlock;

/**
 * A venue's returns and taker flow, sampled together on a grid of ticks, so that neither how a venue batches its messages nor the
 * bounce between bid and ask shows in them; and compression, which is made of returns alone.
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
    void sample(double price, PriceSource source, StateBlock state, int base) {
        if (source == PriceSource.NONE) {
            state.setDouble(base + SAMPLED_PRICE, 0);
            return;
        }
        if (price == 0) {
            return;
        }
        double previous = state.getDouble(base + SAMPLED_PRICE);
        if (previous > 0 && state.getLong(base + SAMPLED_SOURCE) == source.ordinal()) {
            add(Scores.relativeChange(previous, price), state.getDouble(base + SIGNED_FLOW), state, base);
        }
        state.setDouble(base + SIGNED_FLOW, 0);
        state.setDouble(base + SAMPLED_PRICE, price);
        state.setLong(base + SAMPLED_SOURCE, source.ordinal());
    }

    private void add(double change, double flow, StateBlock state, int base) {
        long sample = counted(base + RETURN_SAMPLES, state);
        long flowSample = counted(base + FLOW_SAMPLES, state);
        double slowWeight = EwMean.weight(counted(base + RETURN_BASELINE_SAMPLES, state), baselineWeight);
        double square = change * change;
        EwMean.add(state, base + RETURN_MEAN, EwMean.weight(sample, divergenceWeight), change);
        EwMean.add(state, base + RETURN_SQUARE_SHORT, EwMean.weight(sample, compressionWeight), square);
        EwMean.add(state, base + RETURN_SQUARE_BASELINE, slowWeight, square);
        EwMean.add(state, base + FLOW_MEAN, EwMean.weight(flowSample, divergenceWeight), flow);
        EwMean.add(state, base + FLOW_SQUARE_BASELINE, slowWeight, flow * flow);
        state.setDouble(base + COMPRESSION_SCORE, compression(state, base));
    }

    private static long counted(int word, StateBlock state) {
        long samples = state.getLong(word) + 1;
        state.setLong(word, samples);
        return samples;
    }

    /** The mean return of the divergence window, in units of the deviation that such a mean would have by chance. */
    double move(StateBlock state, int base) {
        return Scores.inDeviations(
                state.getDouble(base + RETURN_MEAN), deviation(base + RETURN_SQUARE_BASELINE, state));
    }

    /** The mean flow of the divergence window, in quote units. */
    double flow(StateBlock state, int base) {
        return state.getDouble(base + FLOW_MEAN);
    }

    /** What such a mean would have by chance, in quote units. */
    double flowDeviation(StateBlock state, int base) {
        return deviation(base + FLOW_SQUARE_BASELINE, state);
    }

    private double deviation(int squareWord, StateBlock state) {
        return Math.sqrt(state.getDouble(squareWord)) * meanDeviation;
    }

    private static double compression(StateBlock state, int base) {
        double shortSquare = state.getDouble(base + RETURN_SQUARE_SHORT);
        double baselineSquare = state.getDouble(base + RETURN_SQUARE_BASELINE);
        return 1 - Math.sqrt(Scores.shortfall(shortSquare, baselineSquare));
    }

    boolean hasWarmFlow(StateBlock state, int base) {
        return state.getLong(base + FLOW_SAMPLES) >= divergenceSamples;
    }

    boolean hasWarmBaseline(StateBlock state, int base) {
        return state.getLong(base + RETURN_BASELINE_SAMPLES) >= warmUpSamples;
    }

    boolean hasWarmShort(StateBlock state, int base) {
        return state.getLong(base + RETURN_SAMPLES) >= compressionSamples;
    }

    /** Forgets the windows, whose first sample then has the whole weight, and keeps the baselines. */
    static void restart(StateBlock state, int base) {
        state.setLong(base + RETURN_SAMPLES, 0);
        state.setLong(base + FLOW_SAMPLES, 0);
        state.setDouble(base + SAMPLED_PRICE, 0);
    }
}
