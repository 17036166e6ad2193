package pawl.fsm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The cluster machine written down from E6, D7 and docs/clusters.md without counters: at each second it looks back over all that it has
 * observed since its last step. The model that {@link ClusterMachine} is compared with.
 */
final class ReferenceCluster {
    /** A second that was not held, with the factors of the way up. */
    private record Observation(double fragile, double ready, double unwind, double factor) {
        double value(ClusterMeasure measure) {
            return switch (measure) {
                case FRAGILE_SHARE -> fragile;
                case READY_SHARE -> ready;
                case UNWIND_SHARE -> unwind;
                case SETTLED_SHARE -> 1 - unwind;
                case CALM_SHARE -> 1 - fragile;
            };
        }
    }

    private static final List<ClusterMeasure> MEASURES = List.of(ClusterMeasure.values());

    private final List<Threshold> thresholds;
    private final Dissipation dissipation;
    private final ClusterDynamics dynamics;
    private final List<Observation> sinceStep = new ArrayList<>();
    private double baseline;
    private int position;
    private Optional<Double> fadedBelow = Optional.empty();

    ReferenceCluster(List<Threshold> thresholds, Dissipation dissipation, ClusterDynamics dynamics) {
        this.thresholds = thresholds;
        this.dissipation = dissipation;
        this.dynamics = dynamics;
    }

    ClusterState state() {
        return ClusterState.values()[position];
    }

    /** Whether a step is made in this second. */
    boolean second(List<FakeMembers.Member> members) {
        List<FakeMembers.Member> live =
                members.stream().filter(member -> member.isLive).toList();
        double liveWeight = sum(live, member -> member.weight);
        if (live.size() < dynamics.minimumLiveMembers()
                || liveWeight / sum(members, member -> member.weight) < dynamics.minimumLiveShare()) {
            return false;
        }
        double fragile = share(live, TokenState.FRAGILE, TokenState.TRIGGER_READY, TokenState.UNWIND);
        baseline += 4.0 / dynamics.baselineTicks() * (fragile - baseline);
        double tier = sum(live, member -> member.weight * member.tierFactor) / liveWeight;
        double phase = sum(live, member -> member.weight * member.phaseFactor) / liveWeight;
        double factor =
                tier * phase * (1 + dynamics.baselineGain() * baseline) * (1 + dynamics.sizeGain() / live.size());
        sinceStep.add(new Observation(
                fragile,
                share(live, TokenState.TRIGGER_READY, TokenState.UNWIND),
                share(live, TokenState.UNWIND),
                factor));
        boolean steps = fadedBelow.isPresent() ? sinceStep.size() * 4L >= dissipation.dwellTicks() : isDue();
        if (steps) {
            position = (position + 1) % thresholds.size();
            sinceStep.clear();
            fadedBelow = position == 0 ? Optional.empty() : fadedBelow;
        }
        return steps;
    }

    private boolean isDue() {
        long held = 0;
        for (Observation seen : sinceStep) {
            double factor = position < 3 ? seen.factor() : 1;
            double value = seen.value(MEASURES.get(position));
            if (value >= thresholds.get(position).enter() * factor) {
                held += 4;
            } else if (value < thresholds.get(position).exit() * factor) {
                held = 0;
            }
        }
        if (held >= thresholds.get(position).persistTicks()) {
            return true;
        }
        boolean fades = (position == 1 || position == 2) && fadingTicks() >= dissipation.afterTicks();
        fadedBelow = fades ? Optional.of(thresholds.get(position - 1).exit()) : fadedBelow;
        return fades;
    }

    private long fadingTicks() {
        long fading = 0;
        for (Observation seen : sinceStep) {
            boolean isBelow = seen.fragile() < thresholds.get(position - 1).exit() * seen.factor();
            fading = isBelow ? fading + 4 : 0;
        }
        return fading;
    }

    /** An outage: what was observed counts no more. */
    void restart() {
        sinceStep.clear();
    }

    private static double share(List<FakeMembers.Member> live, TokenState... states) {
        List<FakeMembers.Member> counted = live.stream()
                .filter(member -> !member.isDissipating && List.of(states).contains(member.state))
                .toList();
        return sum(counted, member -> member.weight) / sum(live, member -> member.weight);
    }

    private static double sum(List<FakeMembers.Member> members, ToDoubleFunction<FakeMembers.Member> of) {
        double sum = 0;
        for (FakeMembers.Member member : members) {
            sum += of.applyAsDouble(member);
        }
        return sum;
    }
}
