package pawl.fsm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;

/**
 * A machine with random thresholds, run over random measures with outages, holds and missing features, and compared at each tick with
 * {@link ReferenceMachine}. Measures often lie exactly on a threshold or the next number below it.
 */
final class MachineSequence {
    private static final double[] FACTORS = {1, 1, 0.8, 1.1, 1.3, 0.37};

    private final SplittableRandom random;
    private final List<Threshold> thresholds = new ArrayList<>();
    private final Dissipation dissipation;
    private final TokenMachine machine;
    private final ReferenceMachine reference;
    private final FeatureFrame frame = new FeatureFrame();
    private final List<Step> steps = new ArrayList<>();
    private double tierFactor = 1;
    private double phaseFactor = 1;
    /** Drawn again now and then, so that conditions hold long enough to count. */
    private int regime;

    int heldTicks;
    int undefinedTicks;
    int restarts;

    MachineSequence(long seed) {
        random = new SplittableRandom(seed);
        for (int step = 0; step < TokenState.values().length; step++) {
            double enter = 0.05 + 0.9 * random.nextDouble();
            thresholds.add(new Threshold(enter, enter * random.nextDouble(), 1 + random.nextInt(5)));
        }
        dissipation = new Dissipation(1 + random.nextInt(8), 1 + random.nextInt(4));
        TokenTable table = new TokenTable(
                thresholds.get(0),
                thresholds.get(1),
                thresholds.get(2),
                thresholds.get(3),
                thresholds.get(4),
                thresholds.get(5));
        machine = new TokenMachine(
                new StateBlock(new long[TokenMachine.STATE_WORDS], 0, TokenMachine.STATE_WORDS),
                table,
                dissipation,
                weights(Feature.COMPRESSION),
                weights(Feature.LIQUIDITY_STRESS));
        reference = new ReferenceMachine(thresholds, dissipation);
    }

    /** Heat is one feature's score and release another's, bit for bit. */
    private static FeatureWeights weights(Feature feature) {
        return new FeatureWeights(List.of(new FeatureWeights.Term(feature, 1, FeatureWeights.Part.POSITIVE)), 1);
    }

    /**
     * The steps that were made.
     *
     * @throws AssertionError at the first tick at which the machine and the model differ, or a rule of D5 is broken
     */
    List<Step> run(int ticks) {
        for (int tick = 1; tick <= ticks; tick++) {
            if (random.nextInt(60) == 0) {
                restart();
            }
            if (random.nextInt(10) == 0) {
                tierFactor = FACTORS[random.nextInt(FACTORS.length)];
                phaseFactor = FACTORS[random.nextInt(FACTORS.length)];
            }
            if (random.nextInt(12) == 0) {
                regime = random.nextInt(4);
            }
            runTick(tick, draw(Measure.HEAT), draw(Measure.RELEASE), random.nextInt(9) == 0);
        }
        return steps;
    }

    private void restart() {
        TokenState before = machine.state();
        machine.restart();
        reference.restart();
        require(machine.state() == before, "a restart keeps the state", before);
        restarts++;
    }

    private void runTick(int tick, OptionalDouble heat, OptionalDouble release, boolean isHeld) {
        frame.clear();
        heat.ifPresent(score -> frame.set(Feature.COMPRESSION, score));
        release.ifPresent(score -> frame.set(Feature.LIQUIDITY_STRESS, score));
        heldTicks += isHeld ? 1 : 0;
        undefinedTicks += heat.isEmpty() ? 1 : 0;
        TokenState before = machine.state();
        boolean wasDissipating = machine.isDissipating();
        Optional<Step> expected = reference.update(heat, release, tierFactor, phaseFactor, isHeld);

        boolean hasStepped = machine.update(tick, frame, tierFactor, phaseFactor, isHeld);

        Optional<Step> step = hasStepped ? Optional.of(Step.of(machine.transition())) : Optional.empty();
        boolean agrees = step.equals(expected)
                && machine.state() == reference.state()
                && machine.isDissipating() == reference.isDissipating()
                && machine.heat() == heat.orElse(0);
        if (!agrees) {
            throw new AssertionError("at tick " + tick + " the model makes " + expected + " and is in "
                    + reference.state() + "; the machine makes " + step + " and is in " + machine.state());
        }
        require(hasStepped || machine.state() == before, "moves by steps only", before);
        step.ifPresent(made -> checkStep(made, before, wasDissipating, isHeld));
    }

    private void checkStep(Step step, TokenState before, boolean wasDissipating, boolean isHeld) {
        require(!isHeld, "no step while held", step);
        require(step.from() == before && step.to() == before.next(), "to the next state", step);
        require(machine.state() == step.to(), "the state that the step names", step);
        require(step.threshold() == step.base() * step.tierFactor() * step.phaseFactor(), "threshold", step);
        if (step.reason() == StepReason.THRESHOLD) {
            require(!wasDissipating, "who dissipates waits for no threshold", step);
            require(step.base() == thresholds.get(before.ordinal()).enter(), "base", step);
            require(step.measured() >= step.threshold(), "measure", step);
            require(step.heldTicks() == thresholds.get(before.ordinal()).persistTicks(), "held ticks", step);
        } else if (wasDissipating) {
            require(step.base() == steps.getLast().base(), "the exit that heat faded below", step);
            require(step.heldTicks() == dissipation.dwellTicks(), "dwell", step);
        } else {
            boolean mayFade =
                    before == TokenState.PRESSURE || before == TokenState.FRAGILE || before == TokenState.TRIGGER_READY;
            require(mayFade, "fades from no other state", step);
            require(step.base() == thresholds.get(before.ordinal() - 1).exit(), "base", step);
            require(step.measured() < step.threshold(), "measure", step);
            require(step.heldTicks() == dissipation.afterTicks(), "held ticks", step);
        }
        steps.add(step);
    }

    private static void require(boolean holds, String rule, Object subject) {
        if (!holds) {
            throw new AssertionError(rule + ": " + subject);
        }
    }

    private OptionalDouble draw(Measure measure) {
        if (random.nextInt(15) == 0) {
            return OptionalDouble.empty();
        }
        int state = machine.state().ordinal();
        double enter = thresholds.get(state).enter() * tierFactor * phaseFactor;
        double exit = thresholds.get(state).exit() * tierFactor * phaseFactor;
        double score = random.nextInt(3) > 0 ? inRegime(enter, exit) : onAnEdge(enter, exit, (state + 5) % 6);
        if (measure == Measure.HEAT && state >= TokenState.UNWIND.ordinal()) {
            score = 1 - score;
        }
        return OptionalDouble.of(Math.clamp(score, 0, 1));
    }

    private double inRegime(double enter, double exit) {
        return switch (regime) {
            case 0 -> enter + (1 - enter) * random.nextDouble();
            case 1 -> exit * random.nextDouble();
            case 2 -> exit + (enter - exit) * random.nextDouble();
            default -> random.nextDouble();
        };
    }

    private double onAnEdge(double enter, double exit, int previous) {
        double exitOfPrevious = thresholds.get(previous).exit() * tierFactor * phaseFactor;
        return switch (random.nextInt(8)) {
            case 0 -> Math.nextDown(enter);
            case 1 -> exit;
            case 2 -> Math.nextDown(exit);
            case 3 -> exitOfPrevious;
            case 4 -> Math.nextDown(exitOfPrevious);
            case 5 -> random.nextInt(2);
            default -> enter;
        };
    }
}
