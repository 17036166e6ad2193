package pawl.kernel.engine;

import pawl.api.plugin.StateBlock;

/** Shows whether a plugin's block was written to between two calls of it: by a call for another token that had kept the block. */
final class StateSeal {
    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private boolean isSet;
    private long hash;

    void set(StateBlock state) {
        hash = hash(state);
        isSet = true;
    }

    /**
     * Lifts the seal.
     *
     * @throws IllegalStateException when the block is not what it was when the seal was set
     */
    void requireWhole(StateBlock state) {
        if (isSet && hash(state) != hash) {
            throw new IllegalStateException("its block was written to after the last call about this token; a block"
                    + " belongs to the call that it is handed to (D9)");
        }
        isSet = false;
    }

    private static long hash(StateBlock state) {
        long hash = state.length();
        for (int word = 0; word < state.length(); word++) {
            hash = (hash ^ state.getLong(word)) * FACTOR;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
