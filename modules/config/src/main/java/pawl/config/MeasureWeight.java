package pawl.config;

import pawl.api.feature.Feature;

/**
 * A feature's share in a measure.
 *
 * @param weight above 0, at most 1, against the sum of the measure's weights
 */
public record MeasureWeight(Feature feature, double weight, Part part) {

    /** Which part of a feature's score counts. */
    public enum Part {
        /** The score where it is above 0. */
        POSITIVE,
        /** The score's size where it is below 0. */
        NEGATIVE,
        /** The score's size. */
        MAGNITUDE
    }
}
