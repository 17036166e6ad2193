package pawl.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.api.decimal.ContractSize;
import pawl.api.exchange.FrameRefusedException;

class FieldNumbersTest {
    private final FieldNumbers numbers = new FieldNumbers();

    private static JsonFields fields(JsonScanner json) throws FrameRefusedException {
        JsonFields fields = new JsonFields(json, "order", List.of("x"));
        fields.read(json.first());
        return fields;
    }

    private static JsonFields fields(String value) throws FrameRefusedException {
        return fields(Json.scanner("{\"x\":" + value + "}"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1786310819680, 1786310819680",
        "'\"1786310819680\"', 1786310819680",
        "9223372036854775807, 9223372036854775807",
        "123456789012345678, 123456789012345678",
        "1.0, 1",
        "12e2, 1200",
    })
    void readsWholeNumbers(String value, long expected) throws FrameRefusedException {
        assertThat(numbers.whole(fields(value), 0)).isEqualTo(expected);
    }

    @Test
    void readsExactAndRoundedNumbersOfBothWritings() throws FrameRefusedException {
        assertThat(numbers.above0(fields("\"61.250\""), 0, -2)).isEqualTo(6125);
        assertThat(numbers.atLeast0(fields("0"), 0, -2)).isZero();
        assertThat(numbers.exact(fields("-0.01"), 0, -2)).isEqualTo(-1);
        assertThat(numbers.rounded(fields("\"0.125\""), 0, -2)).isEqualTo(12);
        assertThat(numbers.wasRounded()).isTrue();
        assertThat(numbers.rounded(fields("\"0.12\""), 0, -2)).isEqualTo(12);
        assertThat(numbers.wasRounded()).as("since it was cleared").isTrue();
        numbers.clearRounded();
        assertThat(numbers.wasRounded()).isFalse();
    }

    @Test
    void readsContractsInBaseUnits() throws FrameRefusedException {
        ContractSize tenth = new ContractSize(1, -1);
        ContractSize half = new ContractSize(5, -1);
        assertThat(numbers.above0(fields("\"7\""), 0, -3, tenth)).isEqualTo(700);
        assertThat(numbers.atLeast0(fields("0"), 0, -3, tenth)).isZero();
        assertThat(numbers.rounded(fields("59891.733"), 0, -3, half)).isEqualTo(29_945_866);
        assertThat(numbers.wasRounded()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "whole|-1|BAD_VALUE at 5: order: field \"x\" is \"-1\"; a whole number of at least 0 is expected",
                "whole|\"\"|BAD_VALUE at 6: order: field \"x\" is \"\"; a whole number of at least 0 is expected",
                "whole|1.5|BAD_VALUE at 5: order: field \"x\" is \"1.5\"; a whole number of at least 0 is expected",
                "above0|0|BAD_VALUE at 5: order: field \"x\" is \"0\"; a number above 0 is expected",
                "atLeast0|\"-1\"|BAD_VALUE at 6: order: field \"x\" is \"-1\"; a number of at least 0 is expected",
                "exact|null|BAD_VALUE at 5: order: field \"x\" is \"null\"; a decimal number is expected",
                "exact|1.234|DOES_NOT_FIT at 5: order: field \"x\" is \"1.234\"; at most 2 decimals are expected",
                "exact|1e30|DOES_NOT_FIT at 5: order: field \"x\" is \"1e30\"; it does not fit in 64 bits at 10^-2",
                "tenth|1.23|DOES_NOT_FIT at 5: order: field \"x\" is \"1.23\"; at most 2 decimals are expected"
                        + " of 1 * 10^-1 base units each",
                "decimals|\"x\"|BAD_VALUE at 6: order: field \"x\" is \"x\"; a decimal number is expected",
                "decimals|1e-19|DOES_NOT_FIT at 5: order: field \"x\" is \"1e-19\"; at most 18 decimals are expected",
            })
    void refuses(String how, String value, String refusal) {
        assertThat(Json.refusal("{\"x\":" + value + "}", json -> read(how, fields(json))))
                .isEqualTo(refusal);
    }

    private void read(String how, JsonFields fields) throws FrameRefusedException {
        switch (how) {
            case "whole" -> numbers.whole(fields, 0);
            case "above0" -> numbers.above0(fields, 0, -2);
            case "atLeast0" -> numbers.atLeast0(fields, 0, -2);
            case "exact" -> numbers.exact(fields, 0, -2);
            case "tenth" -> numbers.exact(fields, 0, -2, new ContractSize(1, -1));
            default -> FieldNumbers.writtenDecimals(fields, 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1.50, 2", "'\"\"', 0", "1e-3, 3", "12e2, 0"})
    void countsWrittenDecimals(String value, int decimals) throws FrameRefusedException {
        assertThat(FieldNumbers.writtenDecimals(fields(value), 0)).isEqualTo(decimals);
    }
}
