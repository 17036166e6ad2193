package pawl.testkit;

import pawl.api.event.EventView;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureExtractor;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/** An extractor whose result is its frame's bits: of each feature the score, complemented where it is not valid. */
final class FeatureLogic implements Logic {
    private static final Feature[] FEATURES = Feature.values();

    private final FeatureExtractor extractor;
    private final FeatureFrame frame = new FeatureFrame();

    FeatureLogic(FeatureExtractor extractor) {
        this.extractor = extractor;
    }

    @Override
    public int stateWords() {
        return extractor.stateWords();
    }

    @Override
    public int resultWords() {
        return FEATURES.length;
    }

    @Override
    public void begin(Token token, long[] result) {}

    @Override
    public void tick(Token token, long tick, EventView events, StateBlock state, long[] result) {
        frame.clear();
        extractor.extract(token, tick, events, state, frame);
        for (int i = 0; i < FEATURES.length; i++) {
            long bits = Double.doubleToRawLongBits(frame.score(FEATURES[i]));
            result[i] = frame.isValid(FEATURES[i]) ? bits : ~bits;
        }
    }

    @Override
    public void restart(Token token, long tick, StateBlock state) {
        extractor.restart(token, tick, state);
    }

    FeatureFrame frame() {
        return frame;
    }
}
