package pawl.fsm;

import pawl.api.plugin.StateBlock;

/** What a cluster machine remembers, as a view on {@value #WORDS} words. Zeros are a cluster in CLUSTER_CALM. */
public final class ClusterMemory {
    public static final int WORDS = 8;

    private static final int STATE_CODE = 0;
    private static final int COUNT_TICKS = 1;
    private static final int FADING_TICKS = 2;
    private static final int DWELL_TICKS = 3;
    private static final int IS_DISSIPATING = 4;
    private static final int LAST_STEP_TICK = 5;
    private static final int BASELINE = 6;
    private static final int FADED_BELOW = 7;

    private final StateBlock block;

    public ClusterMemory(StateBlock block) {
        this.block = block;
    }

    public ClusterState state() {
        long code = block.getLong(STATE_CODE);
        return code == 0 ? ClusterState.CLUSTER_CALM : ClusterState.ofCode((int) code);
    }

    /** How many ticks count towards the next step. */
    public long countTicks() {
        return block.getLong(COUNT_TICKS);
    }

    /** For how many ticks the fragile share has been fading. */
    public long fadingTicks() {
        return block.getLong(FADING_TICKS);
    }

    /** Ticks spent in the state, held ones left out. */
    public long dwellTicks() {
        return block.getLong(DWELL_TICKS);
    }

    public boolean isDissipating() {
        return block.getLong(IS_DISSIPATING) != 0;
    }

    /** 0 before the first step. */
    public long lastStepTick() {
        return block.getLong(LAST_STEP_TICK);
    }

    /** The slow mean of the fragile share, 0 to 1. */
    public double baseline() {
        return block.getDouble(BASELINE);
    }

    /** The base of the exit below which the share faded; 0 unless dissipating. */
    double fadedBelow() {
        return block.getDouble(FADED_BELOW);
    }

    void setCountTicks(long ticks) {
        block.setLong(COUNT_TICKS, ticks);
    }

    void setFadingTicks(long ticks) {
        block.setLong(FADING_TICKS, ticks);
    }

    void setDwellTicks(long ticks) {
        block.setLong(DWELL_TICKS, ticks);
    }

    void setBaseline(double baseline) {
        block.setDouble(BASELINE, baseline);
    }

    void startDissipating(double fadedBelow) {
        block.setLong(IS_DISSIPATING, 1);
        block.setDouble(FADED_BELOW, fadedBelow);
    }

    /** Enters a state; what was counted in the last one counts no more. */
    void enter(ClusterState state, long tick) {
        block.setLong(STATE_CODE, state.code());
        block.setLong(LAST_STEP_TICK, tick);
        clearCounts();
        if (state == ClusterState.CLUSTER_CALM) {
            block.setLong(IS_DISSIPATING, 0);
            block.setDouble(FADED_BELOW, 0);
        }
    }

    void clearCounts() {
        setCountTicks(0);
        setFadingTicks(0);
        setDwellTicks(0);
    }
}
