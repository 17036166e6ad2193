package pawl.fsm;

/**
 * What moves a cluster's thresholds, and when it has enough live members to move at all (D7).
 *
 * @param baselineTicks over how long the slow baseline is taken, at least 4
 * @param baselineGain how much a baseline of 1 adds to a threshold, at least 0
 * @param sizeGain how much having one live member only adds to a threshold, at least 0; two add half of it
 * @param minimumLiveMembers at least 1
 * @param minimumLiveShare of all members' weight, 0 to 1
 */
public record ClusterDynamics(
        long baselineTicks, double baselineGain, double sizeGain, int minimumLiveMembers, double minimumLiveShare) {

    /** @throws IllegalArgumentException when a number lies outside the range its parameter states */
    public ClusterDynamics {
        boolean areGainsSound = baselineGain >= 0
                && sizeGain >= 0
                && baselineGain < Double.POSITIVE_INFINITY
                && sizeGain < Double.POSITIVE_INFINITY;
        if (baselineTicks < 4
                || !areGainsSound
                || minimumLiveMembers < 1
                || !(minimumLiveShare >= 0 && minimumLiveShare <= 1)) {
            throw new IllegalArgumentException("baseline " + baselineTicks + " ticks, gains " + baselineGain + " and "
                    + sizeGain + ", live " + minimumLiveMembers + " and " + minimumLiveShare
                    + ": needed are at least 4 ticks, gains of at least 0, at least 1 member and a share of 0 to 1");
        }
    }

    /** The factor of a cluster whose shares are usually so high. */
    public double baselineFactor(double baseline) {
        return 1 + baselineGain * baseline;
    }

    /** The factor of a cluster with so many live members, at least 1: in a small one a single token is a large share. */
    public double sizeFactor(int liveMembers) {
        return 1 + sizeGain / liveMembers;
    }
}
