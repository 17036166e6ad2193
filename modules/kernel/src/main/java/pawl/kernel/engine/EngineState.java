package pawl.kernel.engine;

import pawl.api.plugin.StateBlock;

/** What the engine itself remembers with each token. */
public final class EngineState {
    public static final int WORDS = 2;

    private static final int LAST_FRAME_TICK = 0;
    private static final int TIER_PLUS_ONE = 1;

    private final StateBlock block;

    public EngineState(StateBlock block) {
        this.block = block;
    }

    /** The last tick in which the engine, not only this token, got a frame. */
    public long lastFrameTick() {
        return block.getLong(LAST_FRAME_TICK);
    }

    void setLastFrameTick(long tick) {
        block.setLong(LAST_FRAME_TICK, tick);
    }

    boolean hasTier() {
        return block.getLong(TIER_PLUS_ONE) != 0;
    }

    /** The tier in force. */
    public int tier() {
        return (int) block.getLong(TIER_PLUS_ONE) - 1;
    }

    void setTier(int tier) {
        block.setLong(TIER_PLUS_ONE, tier + 1L);
    }
}
