package pawl.fsm;

import pawl.api.plugin.StateBlock;

/** What a token machine remembers, as a view on {@value #WORDS} words of the token's block. Zeros are a token in BUILD. */
public final class MachineState {
    public static final int WORDS = 9;

    private static final int STATE_CODE = 0;
    private static final int COUNT = 1;
    private static final int FADING_TICKS = 2;
    private static final int DWELL_TICKS = 3;
    private static final int IS_DISSIPATING = 4;
    private static final int LAST_STEP_TICK = 5;
    private static final int HEAT = 6;
    private static final int RELEASE = 7;
    private static final int FADED_BELOW = 8;

    private final StateBlock block;

    public MachineState(StateBlock block) {
        this.block = block;
    }

    public TokenState state() {
        long code = block.getLong(STATE_CODE);
        return code == 0 ? TokenState.BUILD : TokenState.ofCode((int) code);
    }

    /** How many ticks count towards the next step. */
    public long count() {
        return block.getLong(COUNT);
    }

    /** For how many ticks heat has been fading. */
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

    /** Of the last tick, 0 to 1; 0 where it was not defined. */
    public double heat() {
        return block.getDouble(HEAT);
    }

    /** Of the last tick, 0 to 1; 0 where it was not defined. */
    public double release() {
        return block.getDouble(RELEASE);
    }

    /** The base of the exit below which heat faded; 0 unless dissipating. */
    double fadedBelow() {
        return block.getDouble(FADED_BELOW);
    }

    void setMeasures(double heat, double release) {
        block.setDouble(HEAT, heat);
        block.setDouble(RELEASE, release);
    }

    void setCount(long ticks) {
        block.setLong(COUNT, ticks);
    }

    void setFadingTicks(long ticks) {
        block.setLong(FADING_TICKS, ticks);
    }

    void setDwellTicks(long ticks) {
        block.setLong(DWELL_TICKS, ticks);
    }

    void startDissipating(double fadedBelow) {
        block.setLong(IS_DISSIPATING, 1);
        block.setDouble(FADED_BELOW, fadedBelow);
    }

    /** Enters a state; what was counted in the last one counts no more. */
    void enter(TokenState state, long tick) {
        block.setLong(STATE_CODE, state.code());
        block.setLong(LAST_STEP_TICK, tick);
        clearCounts();
        if (state == TokenState.BUILD) {
            block.setLong(IS_DISSIPATING, 0);
            block.setDouble(FADED_BELOW, 0);
        }
    }

    void clearCounts() {
        setCount(0);
        setFadingTicks(0);
        setDwellTicks(0);
    }
}
