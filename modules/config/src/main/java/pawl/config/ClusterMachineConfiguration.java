package pawl.config;

import java.util.List;

/**
 * The cluster machine (E6, D7).
 *
 * @param steps all five, in order of {@link ClusterStep}
 * @param baselineTicks over how long a cluster's own baseline is taken, at least 4
 * @param baselineGain how much a baseline of 1 adds to a threshold, at least 0
 * @param sizeGain how much having one live member only adds to a threshold, at least 0
 * @param minimumLiveMembers at least 1
 * @param minimumLiveShare of the members' weight, 0 to 1
 */
public record ClusterMachineConfiguration(
        List<HysteresisConfiguration> steps,
        DissipationConfiguration dissipation,
        long baselineTicks,
        double baselineGain,
        double sizeGain,
        int minimumLiveMembers,
        double minimumLiveShare) {
    public ClusterMachineConfiguration {
        steps = List.copyOf(steps);
    }

    public HysteresisConfiguration step(ClusterStep into) {
        return steps.get(into.ordinal());
    }
}
