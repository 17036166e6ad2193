package pawl.plugin.feature.standard;

import static pawl.plugin.feature.standard.StateWords.REFERENCE_VENUES;

import pawl.api.plugin.StateBlock;

/**
 * For each kind of input the one venue whose series is followed: of those heard, the one with the highest priority, which is the
 * lowest index. Prices and open interest of two venues in turn would show moves that nobody made. Kept in one word, 16 bits for
 * each kind: the venue's index plus 1, or 0 while none was heard.
 */
enum ReferenceVenue {
    QUOTES,
    TRADES,
    OPEN_INTEREST,
    FUNDING;

    /** What a venue is to a series. */
    enum Standing {
        /** Another venue is followed. */
        IGNORED,
        FOLLOWED,
        /** Followed from this event on: what the series remembers is another venue's. */
        NEWLY_FOLLOWED
    }

    private static final long LANE = 0xffff;

    private final int shift = ordinal() * 16;

    Standing admit(StateBlock state, int venueIndex) {
        long word = state.getLong(REFERENCE_VENUES);
        long followed = word >>> shift & LANE;
        long candidate = venueIndex + 1L;
        if (candidate == followed) {
            return Standing.FOLLOWED;
        }
        if (followed != 0 && candidate > followed) {
            return Standing.IGNORED;
        }
        state.setLong(REFERENCE_VENUES, (word & ~(LANE << shift)) | (candidate << shift));
        return Standing.NEWLY_FOLLOWED;
    }
}
