package pawl.plugin.feature.standard;

import pawl.api.plugin.StateBlock;

/**
 * An exponentially weighted mean in one word, with rational weights (D4). The caller counts samples, so that means fed together
 * share one count.
 */
final class EwMean {
    private EwMean() {}

    /** The weight {@code 2 / (n + 1)} of each sample in a mean over about {@code n} samples. */
    static double steadyWeight(long windowSamples) {
        return 2.0 / (double) (windowSamples + 1);
    }

    /**
     * The weight of sample number {@code sample}, counted from 1: {@code 1 / sample} while that is the larger, so that a young mean
     * is the plain mean and owes nothing to the zero it started from.
     */
    static double weight(long sample, double steadyWeight) {
        return Math.max(1.0 / (double) sample, steadyWeight);
    }

    /**
     * The weight {@code d / (d + n)} of a sample that stands for a stretch {@code d} in a mean over about {@code n} of the same
     * unit: the rational counterpart of {@code 1 - exp(-d / n)} for samples at irregular times.
     */
    static double elapsedWeight(double elapsed, double window) {
        return elapsed / (elapsed + window);
    }

    /** Moves the mean towards a sample; a constant stream leaves it exactly at that constant. */
    static void add(StateBlock state, int word, double weight, double sample) {
        double mean = state.getDouble(word);
        // With weight 1 the difference could lose the sample in the rounding of a far larger old mean.
        state.setDouble(word, weight >= 1 ? sample : mean + weight * (sample - mean));
    }
}
