package pawl.api.feature;

import java.util.Arrays;

/**
 * A token's features at one tick (E4.1): a value for each {@link Feature}, or none while its inputs are missing, stale or still
 * warming up. It has no room for candles, so a candle cannot become a trigger (E4.2). Reused from tick to tick.
 */
public final class FeatureFrame {
    private static final Feature[] FEATURES = Feature.values();

    private final double[] scores = new double[FEATURES.length];
    private final boolean[] valid = new boolean[FEATURES.length];

    public FeatureFrame() {}

    /** Makes every feature invalid. */
    public void clear() {
        Arrays.fill(valid, false);
        Arrays.fill(scores, 0);
    }

    public boolean isValid(Feature feature) {
        return valid[feature.ordinal()];
    }

    /** The score, −1 to 1; 0 where the feature is not valid. */
    public double score(Feature feature) {
        return scores[feature.ordinal()];
    }

    /**
     * Makes a feature valid.
     *
     * @throws ArithmeticException when the score is not −1 to 1, NaN included (D4)
     */
    public void set(Feature feature, double score) {
        if (!(score >= -1 && score <= 1)) {
            throw new ArithmeticException(feature + " was to become " + score + "; a score is -1 to 1 (D4)");
        }
        scores[feature.ordinal()] = score;
        valid[feature.ordinal()] = true;
    }
}
