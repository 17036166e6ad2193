package pawl.api.decimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "2815960, -2, 28159.60",
        "5, 0, 5",
        "-1, -8, -0.00000001",
        "0, -3, 0.000",
        "-9223372036854775808, -18, -9.223372036854775808"
    })
    void writesAsManyDecimalsAsTheExponentHas(long mantissa, int exponent, String text) {
        assertThat(Decimals.toText(mantissa, exponent)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"2815960, -2, 28159.6", "1, -18, 1e-18", "-5, 0, -5"})
    void becomesABinary64(long mantissa, int exponent, double number) {
        assertThat(Decimals.toDouble(mantissa, exponent)).isEqualTo(number);
    }

    @Test
    void powersOfTenReachEighteen() {
        assertThat(Decimals.powerOfTen(0)).isEqualTo(1);
        assertThat(Decimals.powerOfTen(18)).isEqualTo(1_000_000_000_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -19, Integer.MIN_VALUE})
    void refusesAnExponentOutOfRange(int exponent) {
        assertThatThrownBy(() -> Decimals.requireExponent(exponent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("exponent " + exponent + ": allowed are -18 to 0");
    }
}
