package pawl.testkit;

import java.util.Arrays;
import pawl.api.event.EventBatch;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Ticks;
import pawl.api.token.Token;

/** One token on its way through ticks: its block, in the middle of an array, and its last result. */
final class Lane {
    static final long FIRST_TICK = Ticks.ofEpochNs(1_680_652_800_000_000_000L);
    private static final int GUARD_WORDS = 8;
    private static final long GUARD = 0x5a5a5a5a5a5a5a5aL;

    final Token token;
    private final long[] words;
    private final StateBlock state;
    private final long[] result;
    private long tick = FIRST_TICK;

    Lane(Token token, Logic logic) {
        this.token = token;
        int stateWords = logic.stateWords();
        words = new long[stateWords + 2 * GUARD_WORDS];
        Arrays.fill(words, GUARD);
        state = new StateBlock(words, GUARD_WORDS, stateWords);
        state.clear();
        result = new long[logic.resultWords()];
        logic.begin(token, result);
    }

    long tick() {
        return tick;
    }

    void run(Logic logic, EventBatch events) {
        logic.tick(token, tick, events, state, result);
        tick++;
    }

    void restart(Logic logic, long missedTicks) {
        tick += missedTicks;
        logic.restart(token, tick, state);
    }

    /** As a snapshot and its restoring do. */
    void copyFrom(Lane other) {
        state.copyFrom(other.state);
        System.arraycopy(other.result, 0, result, 0, result.length);
        tick = other.tick;
    }

    /** Block and result, and the words around the block, which nobody may touch. */
    long[] bits() {
        long[] bits = Arrays.copyOf(words, words.length + result.length);
        System.arraycopy(result, 0, bits, words.length, result.length);
        return bits;
    }

    boolean isGuardWhole() {
        for (int i = 0; i < GUARD_WORDS; i++) {
            if (words[i] != GUARD || words[words.length - 1 - i] != GUARD) {
                return false;
            }
        }
        return true;
    }

    long[] result() {
        return result;
    }
}
