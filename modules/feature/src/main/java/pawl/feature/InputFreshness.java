package pawl.feature;

import pawl.api.event.EventBatch;
import pawl.api.event.EventKind;
import pawl.api.plugin.StateBlock;

/**
 * How long ago a token was last heard, in ticks and never by comparing clocks (D3), and whether that holds its machine (D5): no trade
 * or quote for a configured time, or a gap.
 */
public final class InputFreshness {
    private static final int HEARD_WORD = 0;
    private static final int SILENT_TICKS_WORD = 1;
    private static final int GAP_HOLD_TICKS_WORD = 2;

    private final StateBlock state;
    private final int staleAfterTicks;
    private final int gapHoldTicks;

    /** @param state of {@link #stateWords} words */
    public InputFreshness(StateBlock state, int staleAfterTicks, int gapHoldTicks) {
        this.state = state;
        this.staleAfterTicks = staleAfterTicks;
        this.gapHoldTicks = gapHoldTicks;
    }

    /** How many words of state it needs. */
    public static int stateWords() {
        return 3;
    }

    /** Takes in one tick's flush. */
    public void update(EventBatch events) {
        boolean heard = false;
        boolean gap = false;
        for (int event = 0; event < events.size(); event++) {
            EventKind kind = events.kind(event);
            heard |= kind == EventKind.TRADE || kind == EventKind.BOOK_TICKER;
            gap |= kind == EventKind.GAP;
        }
        if (heard) {
            state.setLong(HEARD_WORD, 1);
            state.setLong(SILENT_TICKS_WORD, 0);
        } else {
            state.setLong(SILENT_TICKS_WORD, silentTicks() + 1);
        }
        if (gap) {
            state.setLong(GAP_HOLD_TICKS_WORD, gapHoldTicks);
        } else if (state.getLong(GAP_HOLD_TICKS_WORD) > 0) {
            state.setLong(GAP_HOLD_TICKS_WORD, state.getLong(GAP_HOLD_TICKS_WORD) - 1);
        }
    }

    /** Whether the machine must stand still this tick. */
    public boolean holds() {
        return state.getLong(HEARD_WORD) == 0
                || silentTicks() >= staleAfterTicks
                || state.getLong(GAP_HOLD_TICKS_WORD) > 0;
    }

    /** Ticks since the last one that flushed a trade or a quote; counted from the start where there was none. */
    public long silentTicks() {
        return state.getLong(SILENT_TICKS_WORD);
    }

    /** For how many ticks more a gap holds the machine. */
    public long gapHoldTicks() {
        return state.getLong(GAP_HOLD_TICKS_WORD);
    }

    /** After an outage nothing has been heard yet. */
    public void restart() {
        state.clear();
    }
}
