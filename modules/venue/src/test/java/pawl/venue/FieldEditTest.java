package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldEditTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String string(Optional<byte[]> text) {
        return text.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"b\":2}             | a | {\"a\":null,\"b\":2}",
                "{\"a\":1,\"b\":2}             | b | {\"a\":1,\"b\":null}",
                "{\"a\":\"x,}\",\"b\":2}       | a | {\"a\":null,\"b\":2}",
                "{\"a\":{\"c\":[1,2]},\"b\":2} | a | {\"a\":null,\"b\":2}",
                "{\"a\":[],\"b\":2}            | a | {\"a\":null,\"b\":2}",
                "{\"o\":{\"a\":true}}          | a | {\"o\":{\"a\":null}}",
                "{\"ab\":1}                    | a | none",
                "[{\"a\":1},{\"a\":2}]         | a | [{\"a\":null},{\"a\":2}]"
            })
    void nullTakesThePlaceOfAWholeValue(String text, String field, String expected) {
        assertThat(string(FieldEdit.nullify(bytes(text), 0, field))).isEqualTo(expected);
    }

    @Test
    void firstFieldBehindTheStartIsRenamed() {
        byte[] text = bytes("{\"p\":0,\"d\":{\"p\":1,\"q\":2}}");
        assertThat(string(FieldEdit.rename(text, 7, "p", "price"))).isEqualTo("{\"p\":0,\"d\":{\"price\":1,\"q\":2}}");
        assertThat(string(FieldEdit.rename(text, 0, "zz", "y"))).isEqualTo("none");
    }

    @Test
    void everyNumberOfThatNameIsMoved() {
        assertThat(string(FieldEdit.add(bytes("[{\"T\":999,\"a\":1},{\"T\":5}]"), 0, "T", 2)))
                .isEqualTo("[{\"T\":1001,\"a\":1},{\"T\":7}]");
        assertThat(string(FieldEdit.add(bytes("{\"T\":\"5\"}"), 0, "T", 2))).isEqualTo("none");
    }
}
