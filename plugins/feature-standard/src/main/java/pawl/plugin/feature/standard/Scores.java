package pawl.plugin.feature.standard;

/** The rational functions that features are made of (D4). None returns NaN or infinity for finite arguments. */
final class Scores {
    private Scores() {}

    /** {@code x / (1 + |x|)}: −1 to 1, a half at 1. */
    static double squash(double x) {
        return x / (1 + Math.abs(x));
    }

    /**
     * {@code (to − from) / ((to + from) / 2)} for numbers of at least 0: −2 to 2, and the logarithm of their ratio up to the third
     * order. 0 when both are 0.
     */
    static double relativeChange(double from, double to) {
        double sum = from + to;
        return sum > 0 ? 2 * (to - from) / sum : 0;
    }

    /** A value in units of a deviation; 0 when the deviation is 0, since nothing has ever moved. */
    static double inDeviations(double value, double deviation) {
        return deviation > 0 ? value / deviation : 0;
    }

    /** {@code min(1, small / large)} for numbers of at least 0; 1 when both are 0. */
    static double shortfall(double small, double large) {
        return small >= large ? 1 : small / large;
    }
}
