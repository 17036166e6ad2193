package pawl.plugin.feature.standard;

import static pawl.plugin.feature.standard.SharedWords.CHOSEN_VENUES;

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
    private final int sharedBase;
    private final boolean hasChoice;
    private final long returnTicks;

    VenueChoice(VenueFeatures features, int venueCount, long returnTicks) {
        this.features = features;
        this.returnTicks = returnTicks;
        sharedBase = venueCount * StateWords.COUNT;
        hasChoice = venueCount > 1;
    }

    /**
     * To be called once a tick for each feature; of one venue there is nothing to choose.
     *
     * @param feature its bit
     * @param first the first venue at which it is valid; {@link #NONE} while there is none, and the choice then stands
     */
    int choose(int feature, int first, long tick, StateBlock state) {
        return hasChoice ? chosen(feature, first, tick, state) : first;
    }

    private int chosen(int feature, int first, long tick, StateBlock state) {
        int word = sharedBase + CHOSEN_VENUES + Integer.numberOfTrailingZeros(feature);
        long kept = state.getLong(word);
        int chosen = (int) (kept & VENUE) - 1;
        if (first == NONE) {
            keep(word, kept, chosen + 1L, state);
            return NONE;
        }
        boolean stays = chosen > first && (features.valid(tick, state, chosen * StateWords.COUNT) & feature) != 0;
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
}
