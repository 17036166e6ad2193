package pawl.fsm;

import pawl.api.plugin.StateBlock;
import pawl.api.token.Ticks;

/**
 * The machine of one cluster (E6): sequential, forward-only, one step at most per update. It is updated once a second, and an update
 * counts for the ticks of a second. It reads its members through {@link ClusterMembers}, which lets it write nothing. One thread.
 */
public final class ClusterMachine {
    /** How many words of state it needs. */
    public static final int STATE_WORDS = ClusterMemory.WORDS;

    private final ClusterMemory memory;
    private final ClusterTable table;
    private final Dissipation dissipation;
    private final ClusterDynamics dynamics;
    private final ClusterMembers members;
    private final ClusterShares shares = new ClusterShares();
    private final ClusterTransition transition = new ClusterTransition();
    private final ClusterFactors factors = new ClusterFactors();

    /** @param block of {@link #STATE_WORDS} words; a zeroed one is a cluster in CLUSTER_CALM */
    public ClusterMachine(
            StateBlock block,
            ClusterTable table,
            Dissipation dissipation,
            ClusterDynamics dynamics,
            ClusterMembers members) {
        memory = new ClusterMemory(block);
        this.table = table;
        this.dissipation = dissipation;
        this.dynamics = dynamics;
        this.members = members;
    }

    /**
     * The update of one second. Where too few members are live, nothing counts and nothing moves.
     *
     * @return whether the cluster made a step, which {@link #transition} then tells
     */
    public boolean update(long tick) {
        shares.read(members);
        if (isHeld()) {
            return false;
        }
        memory.setBaseline(memory.baseline()
                + (double) Ticks.TICKS_PER_SECOND / dynamics.baselineTicks() * (shares.fragile() - memory.baseline()));
        memory.setDwellTicks(memory.dwellTicks() + Ticks.TICKS_PER_SECOND);
        if (isDissipating()) {
            return walkOn(tick);
        }
        ClusterTable.Row row = table.outOf(state());
        factors.set(row.isDynamic(), shares, dynamics, memory.baseline());
        if (count(row)) {
            fill(
                    StepReason.THRESHOLD,
                    row.measure(),
                    row.isDynamic(),
                    row.threshold().enter(),
                    memory.countTicks());
            return step(tick);
        }
        return row.dissipates() && fades() && startDissipating(tick);
    }

    /** The last step made; meaningful right after an {@link #update} that returned true. */
    public ClusterTransition transition() {
        return transition;
    }

    /** As the last update read them. */
    public ClusterShares shares() {
        return shares;
    }

    public ClusterState state() {
        return memory.state();
    }

    public ClusterMemory memory() {
        return memory;
    }

    /** Whether the cluster walks the rest of the ring because its fragile share faded. */
    public boolean isDissipating() {
        return memory.isDissipating();
    }

    /** Whether the last update found too few members live. */
    public boolean isHeld() {
        return shares.liveMembers() < dynamics.minimumLiveMembers()
                || shares.liveWeightShare() < dynamics.minimumLiveShare();
    }

    /** The row out of the present state. */
    public ClusterTable.Row row() {
        return table.outOf(state());
    }

    /** What the present row's base would now be in force as; meaningful where {@link #isHeld} is false. */
    public double inForce(double base) {
        factors.set(row().isDynamic(), shares, dynamics, memory.baseline());
        return factors.inForce(base);
    }

    /** After an outage: what was counted counts no more; state and baseline stay (D2). */
    public void restart() {
        memory.clearCounts();
    }

    /** Hysteresis; true when the row's condition has held long enough. */
    private boolean count(ClusterTable.Row row) {
        double measured = shares.of(row.measure());
        Threshold threshold = row.threshold();
        if (measured >= factors.inForce(threshold.enter())) {
            memory.setCountTicks(memory.countTicks() + Ticks.TICKS_PER_SECOND);
        } else if (measured < factors.inForce(threshold.exit())) {
            memory.setCountTicks(0);
        }
        return memory.countTicks() >= threshold.persistTicks();
    }

    /** True when the fragile share has stayed below the exit that led here for the dissipation time. */
    private boolean fades() {
        double exit = factors.inForce(table.into(state()).threshold().exit());
        memory.setFadingTicks(shares.fragile() < exit ? memory.fadingTicks() + Ticks.TICKS_PER_SECOND : 0);
        return memory.fadingTicks() >= dissipation.afterTicks();
    }

    private boolean startDissipating(long tick) {
        memory.startDissipating(table.into(state()).threshold().exit());
        fill(StepReason.DISSIPATED, ClusterMeasure.FRAGILE_SHARE, true, memory.fadedBelow(), memory.fadingTicks());
        return step(tick);
    }

    private boolean walkOn(long tick) {
        if (memory.dwellTicks() < dissipation.dwellTicks()) {
            return false;
        }
        fill(StepReason.DISSIPATED, ClusterMeasure.FRAGILE_SHARE, true, memory.fadedBelow(), memory.dwellTicks());
        return step(tick);
    }

    private void fill(StepReason reason, ClusterMeasure measure, boolean isDynamic, double base, long heldTicks) {
        transition.reason = reason;
        transition.measure = measure;
        transition.measured = shares.of(measure);
        transition.base = base;
        transition.factors.set(isDynamic, shares, dynamics, memory.baseline());
        transition.heldTicks = (int) Math.min(heldTicks, Threshold.MOST_PERSIST_TICKS);
    }

    /** The one mutator of the state. */
    private boolean step(long tick) {
        transition.from = state();
        memory.enter(transition.to(), tick);
        return true;
    }
}
