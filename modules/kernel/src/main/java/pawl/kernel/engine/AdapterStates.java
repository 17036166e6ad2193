package pawl.kernel.engine;

import pawl.api.plugin.StateBlock;
import pawl.storage.EngineLog;

/** What the venues' adapters are: whether they are asked themselves, or a log said so when they were. */
interface AdapterStates {
    /** Where no frame is decoded, and no log says what decoded it. */
    AdapterStates NONE = new AdapterStates() {
        @Override
        public void appendChanges(long tick, EngineLog log) {
            // There are none.
        }

        @Override
        public void writeTo(StateBlock adapters) {
            // The region stays as it is.
        }
    };

    /** Logs what the tick changed. */
    void appendChanges(long tick, EngineLog log);

    /** @param adapters a token's region of that name */
    void writeTo(StateBlock adapters);
}
