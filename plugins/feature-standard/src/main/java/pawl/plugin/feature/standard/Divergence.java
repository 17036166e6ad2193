package pawl.plugin.feature.standard;

import static pawl.plugin.feature.standard.SharedWords.DIVERGENCE_SCORE;
import static pawl.plugin.feature.standard.SharedWords.DIVERGENCE_VENUES;

import pawl.api.plugin.StateBlock;

/**
 * The price of one venue against the taker flow of all whose flow is warm and fresh: the sum of their mean flows in units of the sum of
 * their usual deviations, which lies between the venues' own and is that of a single one where there is but one. A gap takes its
 * venue's flow out until it is warm again, and no other's.
 */
final class Divergence {
    /** More than venues there may be, so that the venues of a flow can be told apart by one number. */
    private static final long RADIX = 257;

    private final VenueFeatures features;
    private final int venueCount;
    private final int sharedBase;

    Divergence(VenueFeatures features, int venueCount) {
        this.features = features;
        this.venueCount = venueCount;
        sharedBase = venueCount * StateWords.COUNT;
    }

    /** Venues whose flow counts are told in one number, 0 for none; this adds one. */
    static long withVenue(long flowVenues, int venue) {
        return flowVenues * RADIX + venue + 1;
    }

    /**
     * The score last computed, made anew on the ticks of the grid and when other venues make it up than before.
     *
     * @param priceVenue whose price
     * @param flowVenues whose flow
     */
    double score(long tick, boolean isSampled, int priceVenue, long flowVenues, StateBlock state) {
        long madeOf = withVenue(flowVenues, priceVenue);
        if (isSampled || madeOf != state.getLong(sharedBase + DIVERGENCE_VENUES)) {
            double move = features.returns().move(state, priceVenue * StateWords.COUNT);
            double score = (Scores.squash(move) - Scores.squash(flow(tick, state))) / 2;
            state.setDouble(sharedBase + DIVERGENCE_SCORE, score);
            state.setLong(sharedBase + DIVERGENCE_VENUES, madeOf);
        }
        return state.getDouble(sharedBase + DIVERGENCE_SCORE);
    }

    /** The score last computed is not of now: there is none. */
    void forget(StateBlock state) {
        if (state.getLong(sharedBase + DIVERGENCE_VENUES) != 0) {
            state.setLong(sharedBase + DIVERGENCE_VENUES, 0);
        }
    }

    private double flow(long tick, StateBlock state) {
        double flow = 0;
        double deviation = 0;
        for (int venue = 0; venue < venueCount; venue++) {
            int base = venue * StateWords.COUNT;
            if ((features.valid(tick, state, base) & VenueFeatures.FLOW) != 0) {
                flow += features.returns().flow(state, base);
                deviation += features.returns().flowDeviation(state, base);
            }
        }
        return Scores.inDeviations(flow, deviation);
    }
}
