package pawl.plugin.feature.standard;

import static pawl.plugin.feature.standard.SharedWords.CHOSEN_VENUES;

import pawl.api.feature.Feature;
import pawl.api.plugin.StateBlock;

/**
 * For each feature the one venue whose score is the token's: the first in order of priority at which the feature is valid. When it is
 * no longer, the next takes over at once; one of higher priority takes back when it has been valid for a stated number of ticks in a
 * row. Kept in one word for each feature: from the lowest, 16 bits of the chosen venue's index plus 1, 0 for none yet; 16 bits of
 * the one that is to take back, likewise; and 32 bits of the ticks for which it has been valid.
 */
final class VenueChoice {
    static final int NONE = -1;

    private static final long VENUE = 0xffff;
    private static final int RETURNING = 16;
    private static final int COUNT = 32;

    private final VenueFeatures features;
    private final int venueCount;
    private final long returnTicks;

    VenueChoice(VenueFeatures features, int venueCount, long returnTicks) {
        this.features = features;
        this.venueCount = venueCount;
        this.returnTicks = returnTicks;
    }

    /** Called once a tick for each feature. {@link #NONE} while it is valid at no venue; the choice then stands. */
    int choose(Feature feature, long tick, StateBlock state) {
        int word = venueCount * StateWords.COUNT + CHOSEN_VENUES + feature.ordinal();
        long kept = state.getLong(word);
        int chosen = (int) (kept & VENUE) - 1;
        int first = firstValid(feature, tick, state);
        if (first == NONE) {
            keep(word, kept, chosen + 1L, state);
            return NONE;
        }
        boolean stays = chosen > first && features.isValid(feature, tick, state, chosen * StateWords.COUNT);
        if (stays) {
            boolean goesOn = (kept >>> RETURNING & VENUE) == first + 1;
            long ticks = goesOn ? (kept >>> COUNT) + 1 : 1;
            if (ticks <= returnTicks) {
                keep(word, kept, ticks << COUNT | (first + 1L) << RETURNING | (chosen + 1L), state);
                return chosen;
            }
        }
        keep(word, kept, first + 1L, state);
        return first;
    }

    /** Writes what changed only: for most tokens and ticks that is nothing. */
    private static void keep(int word, long before, long now, StateBlock state) {
        if (now != before) {
            state.setLong(word, now);
        }
    }

    private int firstValid(Feature feature, long tick, StateBlock state) {
        for (int venue = 0; venue < venueCount; venue++) {
            if (features.isValid(feature, tick, state, venue * StateWords.COUNT)) {
                return venue;
            }
        }
        return NONE;
    }
}
