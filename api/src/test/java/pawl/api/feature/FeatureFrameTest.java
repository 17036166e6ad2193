package pawl.api.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureFrameTest {
    private final FeatureFrame frame = new FeatureFrame();

    @Test
    void aFeatureIsInvalidUntilItIsSet() {
        assertThat(frame.isValid(Feature.DIVERGENCE)).isFalse();
        frame.set(Feature.DIVERGENCE, -0.5);
        assertThat(frame.isValid(Feature.DIVERGENCE)).isTrue();
        assertThat(frame.score(Feature.DIVERGENCE)).isEqualTo(-0.5);
        assertThat(frame.isValid(Feature.COMPRESSION)).isFalse();
        frame.clear();
        assertThat(frame.isValid(Feature.DIVERGENCE)).isFalse();
        assertThat(frame.score(Feature.DIVERGENCE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0000000000000002, -1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aScoreOutOfRangeIsRefused(double score) {
        assertThatThrownBy(() -> frame.set(Feature.COMPRESSION, score)).isInstanceOf(ArithmeticException.class);
        assertThat(frame.isValid(Feature.COMPRESSION)).isFalse();
    }
}
