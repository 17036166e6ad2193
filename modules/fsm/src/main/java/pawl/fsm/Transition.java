package pawl.fsm;

/**
 * A step that a token made, with what made it (D5). Reused from step to step: read it before the machine's next update.
 */
public final class Transition {
    TokenState from = TokenState.BUILD;
    StepReason reason = StepReason.THRESHOLD;
    Measure measure = Measure.HEAT;
    double measured;
    double base;
    double tierFactor;
    double phaseFactor;
    int heldTicks;

    Transition() {}

    public TokenState from() {
        return from;
    }

    public TokenState to() {
        return from.next();
    }

    public StepReason reason() {
        return reason;
    }

    public Measure measure() {
        return measure;
    }

    /** The measure's value at the step, 0 to 1; 0 where a token that dissipates walked on while heat was not defined. */
    public double measured() {
        return measured;
    }

    /**
     * The threshold in force: {@code base × tierFactor × phaseFactor}; an enter, or for a dissipation the exit below which heat
     * faded.
     */
    public double threshold() {
        return Threshold.inForce(base, tierFactor, phaseFactor);
    }

    public double base() {
        return base;
    }

    public double tierFactor() {
        return tierFactor;
    }

    public double phaseFactor() {
        return phaseFactor;
    }

    /** For how many ticks the condition had held, at most 65,535. */
    public int heldTicks() {
        return heldTicks;
    }
}
