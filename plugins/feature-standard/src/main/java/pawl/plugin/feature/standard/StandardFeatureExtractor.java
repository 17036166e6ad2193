package pawl.plugin.feature.standard;

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
        score(Feature.OPEN_INTEREST_VELOCITY, tick, state, frame);
        score(Feature.FUNDING_SKEW, tick, state, frame);
        score(Feature.COMPRESSION, tick, state, frame);
        score(Feature.LIQUIDITY_STRESS, tick, state, frame);
        scoreDivergence(tick, isSampled, state, frame);
    }

    private void score(Feature feature, long tick, StateBlock state, FeatureFrame frame) {
        int venue = choice.choose(feature, tick, state);
        if (venue != VenueChoice.NONE) {
            frame.set(feature, state.getDouble(venue * StateWords.COUNT + VenueFeatures.scoreWord(feature)));
        }
    }

    private void scoreDivergence(long tick, boolean isSampled, StateBlock state, FeatureFrame frame) {
        long flowVenues = divergence.flowVenues(tick, state);
        int priceVenue = flowVenues == 0 ? VenueChoice.NONE : choice.choose(Feature.DIVERGENCE, tick, state);
        if (priceVenue == VenueChoice.NONE) {
            divergence.forget(state);
        } else {
            frame.set(Feature.DIVERGENCE, divergence.score(tick, isSampled, priceVenue, flowVenues, state));
        }
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
