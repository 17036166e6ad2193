package pawl.canonical;

import pawl.api.event.EventFlag;
import pawl.api.plugin.StateBlock;

/**
 * Which trades of a token one venue has shown, where the venue gives them names without order ({@link EventFlag#UNORDERED_ID}): the
 * fingerprints of the last {@value #SIZE}. What is older is forgotten, so a trade that comes again after so many others counts again;
 * at the mean pace of the busiest instrument known, 16 trades a second, that is after 8 s, and of a fan token after minutes. No
 * gap can be found.
 */
final class FingerprintRing {
    static final int SIZE = 128;
    static final int WORDS = 1 + SIZE;

    private static final int SHOWN = 0;
    private static final int FIRST_FINGERPRINT = 1;

    private final StateBlock state;
    private final int base;

    /** @param base the first of {@link #WORDS} words, zero where none was shown */
    FingerprintRing(StateBlock state, int base) {
        this.state = state;
        this.base = base;
    }

    /** Whether the trade is new; if so it is remembered from now on. */
    boolean admit(long fingerprint) {
        long shown = shown();
        int remembered = (int) Math.min(shown, SIZE);
        for (int i = 0; i < remembered; i++) {
            if (state.getLong(base + FIRST_FINGERPRINT + i) == fingerprint) {
                return false;
            }
        }
        state.setLong(base + FIRST_FINGERPRINT + (int) (shown % SIZE), fingerprint);
        state.setLong(base + SHOWN, shown + 1);
        return true;
    }

    /** How many trades were new. */
    long shown() {
        return state.getLong(base + SHOWN);
    }
}
