package pawl.fsm;

/**
 * What a step needs (D5, D6): its count rises while the measure is at or above {@code enter}, falls to zero below {@code exit}, and
 * holds in between. Both are bases, to be multiplied with the tier's and the phase's factor.
 *
 * @param enter above 0, at most 1
 * @param exit at least 0, below {@code enter}
 * @param persistTicks how many ticks the count must reach, 1 to 65,535
 */
public record Threshold(double enter, double exit, int persistTicks) {

    public static final int MOST_PERSIST_TICKS = 65_535;

    /** @throws IllegalArgumentException when a number lies outside the range its parameter states */
    public Threshold {
        if (!(enter > 0 && enter <= 1 && exit >= 0 && exit < enter)
                || persistTicks < 1
                || persistTicks > MOST_PERSIST_TICKS) {
            throw new IllegalArgumentException("enter " + enter + ", exit " + exit + ", persist " + persistTicks
                    + ": needed are 0 <= exit < enter <= 1 and 1 to 65535 ticks");
        }
    }

    /** {@code base × tier × phase}, in this order (D4). */
    public static double inForce(double base, double tierFactor, double phaseFactor) {
        return base * tierFactor * phaseFactor;
    }
}
