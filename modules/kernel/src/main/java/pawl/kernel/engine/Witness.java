package pawl.kernel.engine;

import pawl.api.event.EventBatch;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Ticks;
import pawl.api.token.Token;

/**
 * What a second instance of a plugin's part is asked with. It is given a copy of the state and the same events as the first, and must say
 * the same: what the first remembers outside its block the witness lacks, since it is asked only now and then (E4.1).
 */
final class Witness {
    private static final int FIRST_CALLS = 8;
    private static final int EVERY_TICKS = 8;

    /** How far off the decoy's tick is. */
    private static final long DECOY_TICKS = Ticks.TICKS_PER_DAY;

    private final EventBatch noEvents = new EventBatch();
    private final StateBlock copy;
    private final StateBlock blank;

    /** @param stateWords of a token's state */
    Witness(int stateWords) {
        copy = new StateBlock(new long[stateWords], 0, stateWords);
        blank = new StateBlock(new long[stateWords], 0, stateWords);
    }

    /** Whether it is asked about this call: a token's first calls, and a tick in eight from then on, each token's own. */
    static boolean isDue(Token token, long tick, long call) {
        return call < FIRST_CALLS || (tick + token.index()) % EVERY_TICKS == 0;
    }

    /** Keeps what the state is before the first instance is called. */
    void keep(StateBlock state) {
        copy.copyFrom(state);
    }

    /** The state that was kept. */
    StateBlock copy() {
        return copy;
    }

    /**
     * A state never seen. The witness is called with it first, without events and on another day, so that whatever it or both instances
     * remember of the call before is of that one.
     */
    StateBlock decoyState() {
        blank.clear();
        return blank;
    }

    EventBatch decoyEvents() {
        return noEvents;
    }

    long decoyTick(long tick) {
        return tick + DECOY_TICKS;
    }

    /** @throws IllegalStateException when the witness left another state than the first instance */
    void requireSame(StateBlock state) {
        for (int word = 0; word < state.length(); word++) {
            if (state.getLong(word) != copy.getLong(word)) {
                throw difference("left word " + word + " of its state as " + Long.toHexString(copy.getLong(word))
                        + ", not " + Long.toHexString(state.getLong(word)));
            }
        }
    }

    /** @param what what the witness did */
    static IllegalStateException difference(String what) {
        return new IllegalStateException("a second instance of it, with the same state and events, " + what
                + "; it remembers something outside its block (E4.1)");
    }
}
