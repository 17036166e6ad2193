package pawl.testkit;

import pawl.api.event.EventView;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/** What extractors and policies have in common: a pure function from events and a block to a result and the block. */
interface Logic {
    int stateWords();

    /** How many words a result has. */
    int resultWords();

    /** What stands in the result before the first tick of a token. */
    void begin(Token token, long[] result);

    /** Runs a tick; the result holds what the last tick left there. Allocates nothing of its own. */
    void tick(Token token, long tick, EventView events, StateBlock state, long[] result);

    void restart(Token token, long tick, StateBlock state);
}
