package pawl.config;

import java.util.List;

/**
 * The token machine (D5).
 *
 * @param staleAfterTicks how long without a trade or quote before the machine is held, above 0
 * @param gapHoldTicks how long a gap holds the machine, at least 0
 * @param minimumFeatureWeight the share of a measure's weight whose features must be valid, above 0, at most 1
 * @param heat not empty; in order of {@link pawl.api.feature.Feature}; without those of weight 0
 * @param release likewise
 * @param steps all six, in order of {@link RingStep}
 */
public record TokenMachineConfiguration(
        int staleAfterTicks,
        int gapHoldTicks,
        double minimumFeatureWeight,
        List<MeasureWeight> heat,
        List<MeasureWeight> release,
        List<StepConfiguration> steps,
        DissipationConfiguration dissipation) {
    public TokenMachineConfiguration {
        heat = List.copyOf(heat);
        release = List.copyOf(release);
        steps = List.copyOf(steps);
    }

    public StepConfiguration step(RingStep into) {
        return steps.get(into.ordinal());
    }
}
