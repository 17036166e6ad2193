package pawl.fsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThresholdTest {
    @ParameterizedTest(name = "enter {0}, exit {1}, persist {2}: allowed {3}")
    @CsvSource({
        "0.6,       0.4,       8,      true",
        "1,         0,         1,      true",
        "1,         0.9999999, 65535,  true",
        "4.9E-324,  0,         1,      true",
        "0.6,       -0.0,      1,      true",
        "0.6,       0.6,       8,      false",
        "0.4,       0.6,       8,      false",
        "0,         0,         8,      false",
        "1.0000001, 0.4,       8,      false",
        "0.6,       -0.1,      8,      false",
        "-0.1,      -0.2,      8,      false",
        "NaN,       0.4,       8,      false",
        "0.6,       NaN,       8,      false",
        "Infinity,  0.4,       8,      false",
        "0.6,       -Infinity, 8,      false",
        "0.6,       0.4,       0,      false",
        "0.6,       0.4,       -1,     false",
        "0.6,       0.4,       65536,  false",
    })
    void allowsOnlyWhatItStates(double enter, double exit, int persistTicks, boolean isAllowed) {
        if (isAllowed) {
            assertThatCode(() -> new Threshold(enter, exit, persistTicks)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> new Threshold(enter, exit, persistTicks))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("enter " + enter)
                    .hasMessageContaining("exit " + exit)
                    .hasMessageContaining("persist " + persistTicks);
        }
    }

    @ParameterizedTest(name = "after {0}, dwell {1}: allowed {2}")
    @CsvSource({"1, 1, true", "100000, 3, true", "0, 1, false", "1, 0, false", "-1, 1, false", "1, -1, false"})
    void dissipationAllowsOnlyWhatItStates(int afterTicks, int dwellTicks, boolean isAllowed) {
        if (isAllowed) {
            assertThatCode(() -> new Dissipation(afterTicks, dwellTicks)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> new Dissipation(afterTicks, dwellTicks))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(afterTicks + " ticks")
                    .hasMessageContaining("dwelling " + dwellTicks);
        }
    }

    /** D4: the product is taken from the left; these three give other bits from the right. */
    @Test
    void multipliesInTheWrittenOrder() {
        double fromTheRight = 0.1 * (0.7 * 1.1);

        assertThat(Threshold.inForce(0.1, 0.7, 1.1))
                .isEqualTo((0.1 * 0.7) * 1.1)
                .isNotEqualTo(fromTheRight);
    }
}
