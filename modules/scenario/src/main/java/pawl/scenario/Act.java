package pawl.scenario;

/**
 * A stretch in which a lever is moved: up in a straight line, held, and down again. Times are seconds after the scenario's beginning.
 *
 * @param rampSeconds how long the way up takes, and the way down
 * @param strength 0 to 1
 */
record Act(Lever lever, int fromSecond, int toSecond, int rampSeconds, double strength) {

    double at(double second) {
        double in = Math.min(second - fromSecond, toSecond - second);
        if (in <= 0) {
            return 0;
        }
        return in >= rampSeconds ? strength : strength * in / rampSeconds;
    }
}
