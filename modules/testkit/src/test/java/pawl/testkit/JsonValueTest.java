package pawl.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kit takes for JSON decides which flipped frames have to make no event. */
class JsonValueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " { \"a\" : [1, -0.5e+7, true, null, \"\\u00e9\\n\"] } ",
                "0",
                "\"\"",
                "[[[]]]",
                "{\"a\":{}}",
                "1E5"
            })
    void isJson(String text) {
        assertThat(JsonValue.read(Bytes.of(text))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}}",
                "[1,]",
                "{\"a\":}",
                "{\"a\" 1}",
                "{a:1}",
                "01",
                "1.",
                ".5",
                "+1",
                "1e",
                "tru",
                "\"a",
                "\"\\x\"",
                "\"\\u12g4\"",
                "[1 2]",
                "{\"a\":1,}",
                "nul",
                "1 2",
                "\"\u0001\""
            })
    void isNotJson(String text) {
        assertThat(JsonValue.read(Bytes.of(text))).isEmpty();
    }
}
