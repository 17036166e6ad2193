package pawl.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.exchange.FrameRefusedException;

class JsonFieldsTest {
    private static final int SYMBOL = 0;
    private static final int PRICE = 1;
    private static final int DATA = 2;
    private static final List<String> NAMES = List.of("symbol", "price", "data");

    private static JsonFields fields(JsonScanner json) {
        return new JsonFields(json, "order", NAMES);
    }

    @Test
    void remembersWhereTheWantedValuesStand() throws FrameRefusedException {
        JsonScanner json =
                Json.scanner(" { \"x\" : [1,{\"price\":7}] ,\"price\": 12.5 , \"symbol\":\"BTC\",\"data\":null}");
        JsonFields fields = fields(json);
        json.requireEnd(fields.read(json.first()));
        assertThat(fields.text(PRICE)).isEqualTo("12.5");
        assertThat(fields.text(SYMBOL)).isEqualTo("BTC");
        assertThat(fields.isText(SYMBOL)).isTrue();
        assertThat(fields.isText(PRICE)).isFalse();
        assertThat(fields.is(SYMBOL, "BTC")).isTrue();
        assertThat(fields.is(SYMBOL, "BT")).isFalse();
        assertThat(fields.has(DATA)).isTrue();
        assertThat(fields.find(SYMBOL, new NameTable(List.of("ETH", "BTC")))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', false, false",
        "'{\"price\":null}', true, false",
        "'{\"price\":\"\"}', true, false",
        "'{\"price\":\"null\"}', true, true",
        "'{\"price\":0}', true, true",
        "'{\"pric\\u0065\":0}', false, false",
        "'{\"Price\":0,\"prices\":1,\"\":2}', false, false",
    })
    void tellsThereFromSaid(String frame, boolean isThere, boolean hasValue) throws FrameRefusedException {
        JsonScanner json = Json.scanner(frame);
        JsonFields fields = fields(json);
        fields.read(json.first());
        assertThat(fields.has(PRICE)).isEqualTo(isThere);
        assertThat(fields.hasValue(PRICE)).isEqualTo(hasValue);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"price\":1,\"price\":1}|MALFORMED at 11: field \"price\" stands twice",
                "{}|MISSING_FIELD at 0: order: there is no field \"price\"",
                "{\"price\":[]}|BAD_VALUE at 9: order: field \"price\" is \"[]\"; an object is expected",
                "{\"price\":\"{\"}|BAD_VALUE at 10: order: field \"price\" is \"{\"; an object is expected",
                "{\"price\":{\"a\":1,}}|MALFORMED at 16: \"}\" where a field's name is expected",
                "{,}|MALFORMED at 1: a field's name is expected",
                "{\"a\":1 \"b\":2}|MALFORMED at 7: \"\"\" where ',' is expected",
                "[]|MALFORMED at 0: \"[\" where '{' is expected",
            })
    void refuses(String frame, String refusal) {
        assertThat(Json.refusal(frame, json -> {
                    JsonFields fields = fields(json);
                    fields.read(json.first());
                    fields(json).readNested(fields, PRICE);
                }))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\":[]}|",
                "{\"data\":[ {\"symbol\":\"a\"} ]}|a",
                "{\"data\":[{\"symbol\":\"a\"},{} , {\"symbol\":\"c\"}]}|a - c",
            })
    void readsArraysOfObjects(String frame, String symbols) throws FrameRefusedException {
        JsonScanner json = Json.scanner(frame);
        JsonFields outer = fields(json);
        outer.read(json.first());
        JsonFields item = fields(json);
        item.openArray(outer, DATA);
        List<String> read = new ArrayList<>();
        while (item.nextObject()) {
            read.add(item.has(SYMBOL) ? item.text(SYMBOL) : "-");
        }
        assertThat(String.join(" ", read)).isEqualTo(symbols == null ? "" : symbols);
        assertThat(item.nextObject()).isFalse();
        assertThat(item.has(SYMBOL)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\":{}}|BAD_VALUE at 8: order: field \"data\" is \"{}\"; an array is expected",
                "{\"data\":[7]}|MALFORMED at 9: \"7\" where '{' is expected",
            })
    void refusesOtherArrays(String frame, String refusal) {
        assertThat(Json.refusal(frame, json -> {
                    JsonFields outer = fields(json);
                    outer.read(json.first());
                    JsonFields item = fields(json);
                    item.openArray(outer, DATA);
                    while (item.nextObject()) {
                        assertThat(item.has(SYMBOL)).isFalse();
                    }
                }))
                .isEqualTo(refusal);
    }

    /** Whatever the order, the blanks and the values between, each wanted field is where it was written. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void findsEachOfManyFields(long seed) throws FrameRefusedException {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> names = IntStream.range(0, JsonFields.MOST_FIELDS)
                .mapToObj(i -> "name" + "x".repeat(i % 11) + i)
                .toList();
        for (int round = 0; round < 500; round++) {
            boolean[] isWritten = new boolean[names.size()];
            StringBuilder frame = new StringBuilder("{\"first\":1");
            for (int written = random.nextInt(20); written > 0; written--) {
                int field = random.nextInt(names.size());
                if (!isWritten[field]) {
                    isWritten[field] = true;
                    frame.append(",\"between").append(written).append("\":").append(Json.any(random, 2));
                    frame.append(",\"").append(names.get(field)).append("\":").append(field);
                }
            }
            JsonScanner json = Json.scanner(frame.append('}').toString());
            JsonFields fields = new JsonFields(json, "many", names);
            json.requireEnd(fields.read(json.first()));
            for (int field = 0; field < names.size(); field++) {
                assertThat(fields.has(field)).as("%s of %s", field, frame).isEqualTo(isWritten[field]);
                assertThat(!isWritten[field] || fields.is(field, String.valueOf(field)))
                        .as("%s of %s", field, frame)
                        .isTrue();
            }
        }
    }

    @Test
    void forgetsWhatItRead() throws FrameRefusedException {
        JsonScanner json = Json.scanner("{\"price\":1}");
        JsonFields fields = fields(json);
        assertThat(fields.isEmpty()).isTrue();
        fields.read(json.first());
        assertThat(fields.isEmpty()).isFalse();
        fields.clear();
        assertThat(fields.isEmpty()).isTrue();
        assertThat(fields.has(PRICE)).isFalse();
    }

    @Test
    void refusesMoreNamesThanItHasPlaces() {
        List<String> names = IntStream.range(0, 65).mapToObj(String::valueOf).toList();
        assertThatThrownBy(() -> new JsonFields(new JsonScanner(), "many", names))
                .hasMessage("many: 65 fields are wanted; at most 64 can be");
    }
}
