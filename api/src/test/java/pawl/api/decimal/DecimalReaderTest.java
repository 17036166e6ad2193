package pawl.api.decimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.decimal.DecimalException.Reason;

class DecimalReaderTest {
    private static final int NUMBERS_PER_SEED = 20_000;

    private final DecimalReader reader = new DecimalReader();

    private long exact(String text, int exponent) throws DecimalException {
        byte[] padded = ("x" + text + "9").getBytes(StandardCharsets.UTF_8);
        return reader.exact(padded, 1, padded.length - 2, exponent);
    }

    private long rounded(String text, int exponent) throws DecimalException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return reader.rounded(bytes, 0, bytes.length, exponent);
    }

    @ParameterizedTest
    @CsvSource({
        "28159.60, -2, 2815960",
        "28159.6, -2, 2815960",
        "28159, -2, 2815900",
        "0.00010000, -8, 10000",
        "-0.00022270, -12, -222700000",
        "+5, 0, 5",
        "5., 0, 5",
        ".5, -1, 5",
        "0, -18, 0",
        "-0, 0, 0",
        "00012.50, -1, 125",
        "9910.00000000, -2, 991000",
        "9223372036854775807, 0, 9223372036854775807",
        "-9223372036854775808, 0, -9223372036854775808",
        "1e3, 0, 1000",
        "1E-8, -8, 1",
        "2.8159e4, 0, 28159",
        "0.1000000000000000000000000000, -1, 1",
        "0e9999, 0, 0"
    })
    void readsExactly(String text, int exponent, long mantissa) throws DecimalException {
        assertThat(exact(text, exponent)).isEqualTo(mantissa);
        assertThat(reader.wasRounded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "28159.601, -2, TOO_PRECISE",
        "0.00000001, -7, TOO_PRECISE",
        "1e-19, -18, TOO_PRECISE",
        "9223372036854775808, 0, TOO_LARGE",
        "-9223372036854775809, 0, TOO_LARGE",
        "123456789012345678901234567890, 0, TOO_LARGE",
        "92233720368547758.08, -2, TOO_LARGE",
        "1e9999, -8, TOO_LARGE",
        "10, -18, TOO_LARGE"
    })
    void refusesWhatDoesNotFit(String text, int exponent, Reason reason) {
        assertThatThrownBy(() -> exact(text, exponent))
                .isInstanceOfSatisfying(
                        DecimalException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "-.",
                "1.2.3",
                "1e",
                "1e+",
                "e5",
                "0x10",
                "1 ",
                " 1",
                "NaN",
                "Infinity",
                "1,5",
                "--1",
                "1_0",
                "1e99999",
                "١٢",
                "1\u0000"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> exact(text, -2))
                .isInstanceOfSatisfying(
                        DecimalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_A_NUMBER));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0, 0, true",
        "1.5, 0, 2, true",
        "2.5, 0, 2, true",
        "2.51, 0, 3, true",
        "-2.5, 0, -2, true",
        "-3.5, 0, -4, true",
        "58940.14924532, -8, 5894014924532, false",
        "0.0000182221218054, -12, 18222122, true",
        "2.50, -1, 25, false",
        "6427.5478126707589341, -8, 642754781267, true",
        "2.5000000000000000000, 0, 2, true",
        "2.5000000000000000001, 0, 3, true",
        "2.0000000000000000001, 0, 2, true",
        "2.0000000000000000000, 0, 2, false",
        "-0.0000000000000000000000005, -12, 0, true"
    })
    void roundsHalfEven(String text, int exponent, long mantissa, boolean wasRounded) throws DecimalException {
        assertThat(rounded(text, exponent)).isEqualTo(mantissa);
        assertThat(reader.wasRounded()).isEqualTo(wasRounded);
    }

    @Test
    void quotesALongTextCutAndWithoutControlCharacters() {
        assertThatThrownBy(() -> exact("\n\u0007" + "z".repeat(100), 0))
                .hasMessage("\"??" + "z".repeat(38) + "…\" is not a decimal number");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithBigDecimal(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < NUMBERS_PER_SEED; i++) {
            String text = randomNumber(random);
            int exponent = -random.nextInt(19);
            assertThat(read(text, exponent)).as("%s at %d", text, exponent).isEqualTo(reference(text, exponent));
        }
    }

    private Optional<Long> read(String text, int exponent) {
        try {
            return Optional.of(rounded(text, exponent));
        } catch (DecimalException e) {
            assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE);
            return Optional.empty();
        }
    }

    private static Optional<Long> reference(String text, int exponent) {
        BigInteger mantissa =
                new BigDecimal(text).setScale(-exponent, RoundingMode.HALF_EVEN).unscaledValue();
        return mantissa.bitLength() > 63 ? Optional.empty() : Optional.of(mantissa.longValue());
    }

    private static String randomNumber(SplittableRandom random) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
        int whole = 1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 6);
        for (int i = 0; i < whole; i++) {
            text.append(random.nextInt(10));
        }
        if (random.nextBoolean()) {
            text.append('.');
            int decimals = 1 + random.nextInt(random.nextInt(4) == 0 ? 30 : 12);
            for (int i = 0; i < decimals; i++) {
                text.append(random.nextInt(3) == 0 ? 0 : random.nextInt(3) == 0 ? 5 : random.nextInt(10));
            }
        }
        if (random.nextInt(8) == 0) {
            text.append(random.nextBoolean() ? 'e' : 'E').append(random.nextInt(-30, 30));
        }
        return text.toString();
    }
}
