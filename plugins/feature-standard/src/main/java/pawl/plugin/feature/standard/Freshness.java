package pawl.plugin.feature.standard;

import pawl.api.plugin.StateBlock;

/** Whether an input is fresh, from the tick in which it was last flushed; clocks are never compared (D3). */
final class Freshness {
    private Freshness() {}

    /** @param tickWord holds the input's last tick, 0 for never: tick 0 is in 1970 */
    static boolean isFresh(StateBlock state, int tickWord, long tick, long staleTicks) {
        long last = state.getLong(tickWord);
        return last != 0 && tick - last <= staleTicks;
    }
}
