package pawl.fsm;

import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;

/**
 * The state machine of one token (E5, D5). It makes at most one step a tick, always to the next state of the ring, and only
 * {@link #step} changes the state. All it remembers lies in its block.
 */
public final class TokenMachine {
    /** How many words of state it needs. */
    public static final int STATE_WORDS = MachineState.WORDS;

    private final MachineState memory;
    private final TokenTable table;
    private final Dissipation dissipation;
    private final FeatureWeights heatWeights;
    private final FeatureWeights releaseWeights;
    private final Transition transition = new Transition();

    /** @param block of {@link #STATE_WORDS} words; a zeroed one is a token in BUILD */
    public TokenMachine(
            StateBlock block,
            TokenTable table,
            Dissipation dissipation,
            FeatureWeights heatWeights,
            FeatureWeights releaseWeights) {
        memory = new MachineState(block);
        this.table = table;
        this.dissipation = dissipation;
        this.heatWeights = heatWeights;
        this.releaseWeights = releaseWeights;
    }

    /**
     * One tick.
     *
     * @param isHeld inputs are stale or have a gap: nothing counts and nothing moves
     * @return whether the token made a step, which {@link #transition} then tells
     */
    public boolean update(long tick, FeatureFrame frame, double tierFactor, double phaseFactor, boolean isHeld) {
        boolean heatDefined = heatWeights.isDefined(frame);
        boolean releaseDefined = releaseWeights.isDefined(frame);
        memory.setMeasures(heatDefined ? heatWeights.mean(frame) : 0, releaseDefined ? releaseWeights.mean(frame) : 0);
        if (isHeld) {
            return false;
        }
        memory.setDwellTicks(memory.dwellTicks() + 1);
        transition.tierFactor = tierFactor;
        transition.phaseFactor = phaseFactor;
        if (isDissipating()) {
            return walkOn(tick);
        }
        TokenTable.Row row = table.outOf(state());
        boolean isDefined = row.measure() == Measure.RELEASE ? releaseDefined : heatDefined;
        if (isDefined && count(row)) {
            fill(StepReason.THRESHOLD, row.measure(), row.threshold().enter(), memory.count());
            return step(tick);
        }
        return row.dissipates() && heatDefined && fades() && startDissipating(tick);
    }

    /** The last step made; meaningful right after an {@link #update} that returned true. */
    public Transition transition() {
        return transition;
    }

    /** What it remembers. */
    public MachineState memory() {
        return memory;
    }

    /** The row out of the present state. */
    public TokenTable.Row row() {
        return table.outOf(state());
    }

    public FeatureWeights heatWeights() {
        return heatWeights;
    }

    public FeatureWeights releaseWeights() {
        return releaseWeights;
    }

    public TokenState state() {
        return memory.state();
    }

    /** Whether the token is walking the rest of the ring because its heat faded; it then counts for no cluster. */
    public boolean isDissipating() {
        return memory.isDissipating();
    }

    /** The last heat, 0 to 1; 0 where it was not defined. */
    public double heat() {
        return memory.heat();
    }

    /** After an outage: what was counted counts no more; the state stays (D2). */
    public void restart() {
        memory.clearCounts();
    }

    /** Hysteresis; true when the row's condition has held long enough. */
    private boolean count(TokenTable.Row row) {
        double measured = value(row.measure());
        Threshold threshold = row.threshold();
        if (measured >= inForce(threshold.enter())) {
            memory.setCount(memory.count() + 1);
        } else if (measured < inForce(threshold.exit())) {
            memory.setCount(0);
        }
        return memory.count() >= threshold.persistTicks();
    }

    /** True when heat has stayed below the exit of the step that led here for the dissipation time. */
    private boolean fades() {
        double exit = inForce(table.into(state()).threshold().exit());
        memory.setFadingTicks(value(Measure.HEAT) < exit ? memory.fadingTicks() + 1 : 0);
        return memory.fadingTicks() >= dissipation.afterTicks();
    }

    private boolean startDissipating(long tick) {
        memory.startDissipating(table.into(state()).threshold().exit());
        fill(StepReason.DISSIPATED, Measure.HEAT, memory.fadedBelow(), memory.fadingTicks());
        return step(tick);
    }

    private boolean walkOn(long tick) {
        if (memory.dwellTicks() < dissipation.dwellTicks()) {
            return false;
        }
        fill(StepReason.DISSIPATED, Measure.HEAT, memory.fadedBelow(), memory.dwellTicks());
        return step(tick);
    }

    private void fill(StepReason reason, Measure measure, double base, long heldTicks) {
        transition.reason = reason;
        transition.measure = measure;
        transition.measured = value(measure);
        transition.base = base;
        transition.heldTicks = (int) Math.min(heldTicks, Threshold.MOST_PERSIST_TICKS);
    }

    /** The one mutator of the state. */
    private boolean step(long tick) {
        transition.from = state();
        memory.enter(transition.to(), tick);
        return true;
    }

    /** A measure's value in the last tick, 0 to 1. */
    public double value(Measure measure) {
        return switch (measure) {
            case HEAT -> memory.heat();
            case RELEASE -> memory.release();
            case CALM -> 1 - Math.max(memory.heat(), memory.release());
        };
    }

    private double inForce(double base) {
        return Threshold.inForce(base, transition.tierFactor, transition.phaseFactor);
    }
}
