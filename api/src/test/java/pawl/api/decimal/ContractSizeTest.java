package pawl.api.decimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.decimal.DecimalException.Reason;

class ContractSizeTest {
    private static final int NUMBERS = 20_000;

    private final DecimalReader reader = new DecimalReader();

    private long exact(String contracts, String size, int exponent) throws DecimalException {
        byte[] bytes = contracts.getBytes(StandardCharsets.US_ASCII);
        return reader.exact(bytes, 0, bytes.length, exponent, ContractSize.of(new BigDecimal(size)));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10, 0",
        "0.01, 1, -2",
        "1.500, 15, -1",
        "1e3, 1000, 0",
        "1000000000000000000, 1000000000000000000, 0",
        "0.000000000000000001, 1, -18"
    })
    void hasAShortestForm(BigDecimal size, long mantissa, int exponent) {
        assertThat(ContractSize.of(size)).isEqualTo(new ContractSize(mantissa, exponent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1e19", "1e999999999", "1e-19", "1e-999999999", "1000000000000000001"})
    void refusesWhatIsNoSize(BigDecimal size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractSize.of(size))
                .withMessageContaining("a contract of");
    }

    @ParameterizedTest
    @CsvSource({
        "12, 0.01, -2, 12",
        "12.5, 0.01, -3, 125",
        "7, 10, -2, 7000",
        "-7, 10, 0, -70",
        "900000000000000000, 10, 0, 9000000000000000000",
        "0.000000000000000009, 1000000000000000000, 0, 9",
        "1.2000000000000000000000000, 5, 0, 6"
    })
    void contractsAreReadInBaseUnits(String contracts, String size, int exponent, long mantissa)
            throws DecimalException {
        assertThat(exact(contracts, size, exponent)).isEqualTo(mantissa);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> exact("1", "0.001", -2))
                .isInstanceOfSatisfying(
                        DecimalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_PRECISE));
        assertThatThrownBy(() -> exact("999999999999999999", "100", 0))
                .isInstanceOfSatisfying(
                        DecimalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithDecimalArithmetic(long seed) throws DecimalException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < NUMBERS; i++) {
            BigDecimal contracts = BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), random.nextInt(13));
            ContractSize size = new ContractSize(random.nextLong(1, 100_000), -random.nextInt(9));
            int exponent = -random.nextInt(7);
            BigDecimal units = contracts
                    .multiply(BigDecimal.valueOf(size.mantissa(), -size.exponent()))
                    .setScale(-exponent, RoundingMode.HALF_EVEN);
            if (units.unscaledValue().bitLength() > 62) {
                continue;
            }
            byte[] bytes = contracts.toPlainString().getBytes(StandardCharsets.US_ASCII);
            assertThat(reader.rounded(bytes, 0, bytes.length, exponent, size))
                    .as("seed %d: %s contracts of %s at %d", seed, contracts, size, exponent)
                    .isEqualTo(units.unscaledValue().longValueExact());
        }
    }
}
