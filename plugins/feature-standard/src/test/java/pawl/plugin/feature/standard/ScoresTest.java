package pawl.plugin.feature.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScoresTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.5", "-1, -0.5", "3, 0.75", "1e300, 1", "-1e300, -1", "1e-18, 1e-18"})
    void squash(double x, double score) {
        assertThat(Scores.squash(x)).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 5, 2", "5, 0, -2", "1, 3, 1", "1e18, 1e18, 0", "1e-18, 3e-18, 1", "1e-18, 1e18, 2"})
    void relativeChange(double from, double to, double change) {
        assertThat(Scores.relativeChange(from, to)).isCloseTo(change, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0001, 1.001, 1.01, 1.05})
    void relativeChangeIsNearTheLogarithm(double ratio) {
        double error = (ratio - 1) * (ratio - 1) * (ratio - 1) / 12;
        assertThat(Scores.relativeChange(1, ratio)).isCloseTo(Math.log(ratio), within(error * 1.01 + 1e-15));
    }

    @ParameterizedTest
    @CsvSource({"4, 2, 2", "4, 0, 0", "0, 0, 0", "-1e-18, 1e-18, -1"})
    void inDeviations(double value, double deviation, double expected) {
        assertThat(Scores.inDeviations(value, deviation)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0, 2, 0", "2, 0, 1", "1, 4, 0.25", "4, 1, 1", "1, 1e18, 1e-18"})
    void shortfall(double small, double large, double expected) {
        assertThat(Scores.shortfall(small, large)).isEqualTo(expected);
    }
}
