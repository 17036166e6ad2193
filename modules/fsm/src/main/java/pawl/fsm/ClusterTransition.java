package pawl.fsm;

/** A step that a cluster made, with what made it. Reused from step to step: read it before the machine's next update. */
public final class ClusterTransition {
    ClusterState from = ClusterState.CLUSTER_CALM;
    StepReason reason = StepReason.THRESHOLD;
    ClusterMeasure measure = ClusterMeasure.FRAGILE_SHARE;
    double measured;
    double base;
    final ClusterFactors factors = new ClusterFactors();
    int heldTicks;

    ClusterTransition() {}

    public ClusterState from() {
        return from;
    }

    public ClusterState to() {
        return from.next();
    }

    public StepReason reason() {
        return reason;
    }

    public ClusterMeasure measure() {
        return measure;
    }

    /** The measure's value at the step, 0 to 1. */
    public double measured() {
        return measured;
    }

    /** The threshold in force; an enter, or for a dissipation the exit below which the share fell. */
    public double threshold() {
        return factors.inForce(base);
    }

    public double base() {
        return base;
    }

    public double tierFactor() {
        return factors.tier;
    }

    public double phaseFactor() {
        return factors.phase;
    }

    public double baselineFactor() {
        return factors.baseline;
    }

    public double sizeFactor() {
        return factors.size;
    }

    /** For how many ticks the condition had held, at most 65,535. */
    public int heldTicks() {
        return heldTicks;
    }
}
