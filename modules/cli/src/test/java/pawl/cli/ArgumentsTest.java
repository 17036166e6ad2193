package pawl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.kernel.contract.PawlException;
import picocli.CommandLine.TypeConversionException;

class ArgumentsTest {
    @ParameterizedTest
    @CsvSource({"90s, PT1M30S", "10m, PT10M", "24h, PT24H", "1s, PT1S"})
    void aLengthOfTime(String text, Duration duration) {
        assertThat(new Arguments.Span().convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "10", "5x", "-5s", "1.5h", "0s", "99999999h", "10 m"})
    void whatIsNone(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new Arguments.Span().convert(text))
                .withMessage("'" + text + "' is no length of time; write it as 90s, 10m or 24h");
    }

    @Test
    void aNumberInItsRange() throws PawlException {
        assertThat(Arguments.inRange("--port", 1, 65_535)).isEqualTo(1);
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> Arguments.inRange("--port", 65_536, 65_535))
                .withMessage("--port 65536 is not allowed; it must be 1 to 65535");
    }
}
