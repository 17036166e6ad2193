package pawl.fsm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The token machine written down from D5 without counters: it keeps what it has observed since its last step, and at each tick looks
 * back over all of it. The model that {@link TokenMachine} is compared with.
 */
final class ReferenceMachine {
    /** One tick that was not held; a measure without a value was not defined. */
    private record Observation(OptionalDouble heat, OptionalDouble release, double tierFactor, double phaseFactor) {
        OptionalDouble value(Measure measure) {
            return switch (measure) {
                case HEAT -> heat;
                case RELEASE -> release;
                case CALM ->
                    heat.isPresent() ? OptionalDouble.of(1 - Math.max(heat.getAsDouble(), release.orElse(0))) : heat;
            };
        }

        boolean isAtOrAbove(Measure measure, double base) {
            return value(measure).orElse(-1) >= base * tierFactor * phaseFactor;
        }

        boolean isBelow(Measure measure, double base) {
            return value(measure).isPresent() && value(measure).getAsDouble() < base * tierFactor * phaseFactor;
        }
    }

    private static final List<TokenState> RING = List.of(
            TokenState.BUILD,
            TokenState.PRESSURE,
            TokenState.FRAGILE,
            TokenState.TRIGGER_READY,
            TokenState.UNWIND,
            TokenState.COOLDOWN);
    private static final List<Measure> MEASURES =
            List.of(Measure.HEAT, Measure.HEAT, Measure.HEAT, Measure.RELEASE, Measure.CALM, Measure.CALM);

    private final List<Threshold> thresholds;
    private final Dissipation dissipation;
    private final List<Observation> sinceStep = new ArrayList<>();
    private int position;
    private Optional<Double> fadedBelow = Optional.empty();

    /** @param thresholds of the steps out of each state of the ring */
    ReferenceMachine(List<Threshold> thresholds, Dissipation dissipation) {
        this.thresholds = thresholds;
        this.dissipation = dissipation;
    }

    TokenState state() {
        return RING.get(position);
    }

    boolean isDissipating() {
        return fadedBelow.isPresent();
    }

    void restart() {
        sinceStep.clear();
    }

    /** The step that the tick makes, if any. */
    Optional<Step> update(
            OptionalDouble heat, OptionalDouble release, double tierFactor, double phaseFactor, boolean isHeld) {
        if (isHeld) {
            return Optional.empty();
        }
        sinceStep.add(new Observation(heat, release, tierFactor, phaseFactor));
        Optional<Step> step = isDissipating() ? walkOn() : wait(MEASURES.get(position));
        if (step.isPresent()) {
            sinceStep.clear();
            position = (position + 1) % RING.size();
            if (position == 0) {
                fadedBelow = Optional.empty();
            }
        }
        return step;
    }

    private Optional<Step> walkOn() {
        return sinceStep.size() >= dissipation.dwellTicks()
                ? Optional.of(step(StepReason.DISSIPATED, Measure.HEAT, fadedBelow.orElseThrow(), sinceStep.size()))
                : Optional.empty();
    }

    private Optional<Step> wait(Measure measure) {
        Threshold threshold = thresholds.get(position);
        long count = countOf(measure, threshold);
        if (sinceStep.getLast().value(measure).isPresent() && count >= threshold.persistTicks()) {
            return Optional.of(step(StepReason.THRESHOLD, measure, threshold.enter(), count));
        }
        boolean mayFade = position >= 1 && position <= 3;
        if (mayFade && sinceStep.getLast().heat().isPresent()) {
            double exit = thresholds.get(position - 1).exit();
            long fading = ticksBelow(exit);
            if (fading >= dissipation.afterTicks()) {
                fadedBelow = Optional.of(exit);
                return Optional.of(step(StepReason.DISSIPATED, Measure.HEAT, exit, fading));
            }
        }
        return Optional.empty();
    }

    /** The ticks at or above enter, back to the last one below exit. */
    private long countOf(Measure measure, Threshold threshold) {
        long count = 0;
        for (Observation observation : sinceStep.reversed()) {
            if (observation.isBelow(measure, threshold.exit())) {
                return count;
            }
            count += observation.isAtOrAbove(measure, threshold.enter()) ? 1 : 0;
        }
        return count;
    }

    /** The latest ticks with heat below exit, those without heat passed over. */
    private long ticksBelow(double exit) {
        long count = 0;
        for (Observation observation : sinceStep.reversed()) {
            if (observation.heat().isPresent() && !observation.isBelow(Measure.HEAT, exit)) {
                return count;
            }
            count += observation.heat().isPresent() ? 1 : 0;
        }
        return count;
    }

    private Step step(StepReason reason, Measure measure, double base, long heldTicks) {
        Observation now = sinceStep.getLast();
        return new Step(
                state(),
                RING.get((position + 1) % RING.size()),
                reason,
                measure,
                now.value(measure).orElse(0),
                base * now.tierFactor * now.phaseFactor,
                base,
                now.tierFactor,
                now.phaseFactor,
                (int) heldTicks);
    }
}
