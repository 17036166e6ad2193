package pawl.fsm;

import java.util.Arrays;
import java.util.List;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureFrame;

/**
 * A weighted mean over the features that are valid (D4: in the order of {@link Feature}). It exists while the valid features carry
 * at least a stated share of all weight, so that a measure never rests on a minor feature alone.
 */
public final class FeatureWeights {
    private static final Feature[] FEATURES = Feature.values();

    /** Which part of a feature's score counts. */
    public enum Part {
        /** The score where it is above 0. */
        POSITIVE,
        /** The score's size where it is below 0. */
        NEGATIVE,
        /** The score's size. */
        MAGNITUDE
    }

    /**
     * One feature's share.
     *
     * @param weight above 0, finite
     */
    public record Term(Feature feature, double weight, Part part) {

        /** @throws IllegalArgumentException when the weight is not above 0 or not finite */
        public Term {
            if (!(weight > 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException(
                        "the weight of " + feature.configurationName() + " is " + weight + "; it is to be above 0");
            }
        }
    }

    private final double[] weights = new double[FEATURES.length];
    private final Part[] parts = new Part[FEATURES.length];
    private final List<Term> terms;
    private final double leastWeight;

    /**
     * @param terms at least one; at most one for each feature
     * @param leastValidShare 0 to 1, of all weight
     * @throws IllegalArgumentException when there is no term, a feature has two, the share is out of range, or the weights add up
     *     to no finite number
     */
    public FeatureWeights(List<Term> terms, double leastValidShare) {
        this.terms = List.copyOf(terms);
        Arrays.fill(parts, Part.MAGNITUDE);
        for (Term term : terms) {
            int feature = term.feature().ordinal();
            if (weights[feature] > 0) {
                throw new IllegalArgumentException(
                        "two weights for " + term.feature().configurationName());
            }
            weights[feature] = term.weight();
            parts[feature] = term.part();
        }
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        if (!(total > 0 && Double.isFinite(total) && leastValidShare >= 0 && leastValidShare <= 1)) {
            throw new IllegalArgumentException("weights of " + total + " in all, a least share of " + leastValidShare
                    + ": needed are a finite sum above 0 and a share of 0 to 1");
        }
        leastWeight = total * leastValidShare;
    }

    public List<Term> terms() {
        return terms;
    }

    /** What a term adds to the mean of a frame: its part of the score times its share of the valid weight; 0 where it is not valid. */
    public double contribution(Term term, FeatureFrame frame) {
        return frame.isValid(term.feature())
                ? term.weight() * part(term.part(), frame.score(term.feature())) / validWeight(frame)
                : 0;
    }

    /** Whether enough of the features are valid for {@link #mean} to mean something. */
    public boolean isDefined(FeatureFrame frame) {
        double valid = validWeight(frame);
        return valid > 0 && valid >= leastWeight;
    }

    /** 0 to 1; 0 where no weighted feature is valid. */
    public double mean(FeatureFrame frame) {
        double sum = 0;
        for (int i = 0; i < FEATURES.length; i++) {
            if (frame.isValid(FEATURES[i])) {
                sum += weights[i] * part(parts[i], frame.score(FEATURES[i]));
            }
        }
        double valid = validWeight(frame);
        // At most 1: rounding keeps order, so a sum of shares does not exceed the sum of their weights.
        return valid > 0 ? sum / valid : 0;
    }

    private double validWeight(FeatureFrame frame) {
        double valid = 0;
        for (int i = 0; i < FEATURES.length; i++) {
            if (frame.isValid(FEATURES[i])) {
                valid += weights[i];
            }
        }
        return valid;
    }

    private static double part(Part part, double score) {
        return switch (part) {
            case POSITIVE -> Math.max(0, score);
            case NEGATIVE -> Math.max(0, -score);
            case MAGNITUDE -> Math.abs(score);
        };
    }
}
