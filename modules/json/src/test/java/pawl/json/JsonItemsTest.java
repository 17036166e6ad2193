package pawl.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.api.exchange.FrameRefusedException;

class JsonItemsTest {
    @Test
    void readsItemsByTheirPlaces() throws FrameRefusedException {
        JsonScanner json = Json.scanner("[ [\"61.2\" , 5, {\"a\":[1]}, 7] ]");
        JsonItems levels = new JsonItems(json, "levels", 1);
        json.requireEnd(levels.read(json.first()));
        JsonItems level = new JsonItems(json, "level", 2);
        level.readNested(levels, 0);
        assertThat(levels.count()).isEqualTo(1);
        assertThat(level.count()).isEqualTo(4);
        assertThat(level.text(0)).isEqualTo("61.2");
        assertThat(level.text(1)).isEqualTo("5");
        assertThat(level.has(2)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|MISSING_FIELD at 0: levels: there is no item 0",
                "[5]|BAD_VALUE at 1: levels: item 0 is \"5\"; an array is expected",
                "[[1,2,]]|MALFORMED at 6: \"]\" where a value is expected",
                "[[1 2]]|MALFORMED at 4: \"2\" where ',' is expected",
                "{}|MALFORMED at 0: \"{\" where '[' is expected",
            })
    void refuses(String frame, String refusal) {
        assertThat(Json.refusal(frame, json -> {
                    JsonItems levels = new JsonItems(json, "levels", 1);
                    levels.read(json.first());
                    new JsonItems(json, "level", 2).readNested(levels, 0);
                }))
                .isEqualTo(refusal);
    }
}
