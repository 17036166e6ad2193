package pawl.plugin.feature.standard;

import static pawl.plugin.feature.standard.StateWords.COMPRESSION_SCORE;
import static pawl.plugin.feature.standard.StateWords.FUNDING_SCORE;
import static pawl.plugin.feature.standard.StateWords.LIQUIDITY_SCORE;
import static pawl.plugin.feature.standard.StateWords.OPEN_INTEREST_SCORE;
import static pawl.plugin.feature.standard.VenueFeatures.COMPRESSION;
import static pawl.plugin.feature.standard.VenueFeatures.FLOW;
import static pawl.plugin.feature.standard.VenueFeatures.FUNDING;
import static pawl.plugin.feature.standard.VenueFeatures.LIQUIDITY;
import static pawl.plugin.feature.standard.VenueFeatures.OPEN_INTEREST;
import static pawl.plugin.feature.standard.VenueFeatures.PRICE;

import pawl.api.event.EventView;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureExtractor;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/**
 * Reads a tick's events into the words of their venues, samples price, flow and book of each venue on the ticks of the grid, and
 * fills the frame with the scores last computed whose inputs are warm and fresh, each of the venue chosen for it. All fields, here
 * and below, are settings; nothing else is remembered outside the block.
 */
final class StandardFeatureExtractor implements FeatureExtractor {
    private static final int FIRST_BITS = 9;
    private static final long FIRST_MASK = (1 << FIRST_BITS) - 1;

    private final int venueCount;
    private final int sampleTicks;
    private final VenueFeatures features;
    private final VenueChoice choice;
    private final Divergence divergence;

    StandardFeatureExtractor(int venueCount, StandardSettings settings) {
        this.venueCount = venueCount;
        sampleTicks = settings.sampleTicks();
        features = new VenueFeatures(settings);
        choice = new VenueChoice(features, venueCount, settings.venueReturnTicks());
        divergence = new Divergence(features, venueCount);
    }

    @Override
    public int stateWords() {
        return venueCount * StateWords.COUNT + SharedWords.COUNT;
    }

    @Override
    public void extract(Token token, long tick, EventView events, StateBlock state, FeatureFrame frame) {
        for (int event = 0; event < events.size(); event++) {
            features.read(token, tick, events, event, state, events.venueIndex(event) * StateWords.COUNT);
        }
        boolean isSampled = tick % sampleTicks == 0;
        for (int venue = 0; isSampled && venue < venueCount; venue++) {
            features.sample(tick, state, venue * StateWords.COUNT);
        }
        long firsts = 0;
        int found = 0;
        long flowVenues = 0;
        for (int venue = 0; venue < venueCount; venue++) {
            int valid = features.valid(tick, state, venue * StateWords.COUNT);
            for (int bits = valid & ~found & ~FLOW; bits != 0; bits &= bits - 1) {
                firsts |= (venue + 1L) << (FIRST_BITS * Integer.numberOfTrailingZeros(bits));
            }
            found |= valid;
            flowVenues = (valid & FLOW) == 0 ? flowVenues : Divergence.withVenue(flowVenues, venue);
        }
        score(Feature.OPEN_INTEREST_VELOCITY, OPEN_INTEREST, OPEN_INTEREST_SCORE, firsts, tick, state, frame);
        score(Feature.FUNDING_SKEW, FUNDING, FUNDING_SCORE, firsts, tick, state, frame);
        score(Feature.COMPRESSION, COMPRESSION, COMPRESSION_SCORE, firsts, tick, state, frame);
        score(Feature.LIQUIDITY_STRESS, LIQUIDITY, LIQUIDITY_SCORE, firsts, tick, state, frame);
        int priceVenue = flowVenues == 0 ? VenueChoice.NONE : choice.choose(PRICE, first(PRICE, firsts), tick, state);
        if (priceVenue == VenueChoice.NONE) {
            divergence.forget(state);
        } else {
            frame.set(Feature.DIVERGENCE, divergence.score(tick, isSampled, priceVenue, flowVenues, state));
        }
    }

    private void score(
            Feature feature, int bit, int scoreWord, long firsts, long tick, StateBlock state, FeatureFrame frame) {
        int venue = choice.choose(bit, first(bit, firsts), tick, state);
        if (venue != VenueChoice.NONE) {
            frame.set(feature, state.getDouble(venue * StateWords.COUNT + scoreWord));
        }
    }

    /** Of venues that are packed by feature, each as its index plus 1. */
    private static int first(int bit, long firsts) {
        return (int) ((firsts >>> (FIRST_BITS * Integer.numberOfTrailingZeros(bit))) & FIRST_MASK) - 1;
    }

    @Override
    public void restart(Token token, long tick, StateBlock state) {
        for (int venue = 0; venue < venueCount; venue++) {
            VenueFeatures.restart(state, venue * StateWords.COUNT);
        }
        for (int word = 0; word < SharedWords.COUNT; word++) {
            state.setLong(venueCount * StateWords.COUNT + word, 0);
        }
    }
}
