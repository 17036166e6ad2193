package pawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWriterTest {

    @Test
    void objectsAreLines() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "TRADE");
        fields.put("tick", 6722611200L);
        fields.put("price", "0.00000001");
        fields.put("measure", 1e-7);
        fields.put("flags", List.of("LATE", "OFF_BOOK"));
        fields.put("closed", true);

        assertThat(write(fields, fields))
                .isEqualTo(("{\"type\":\"TRADE\",\"tick\":6722611200,\"price\":\"0.00000001\",\"measure\":0.0000001,"
                                + "\"flags\":[\"LATE\",\"OFF_BOOK\"],\"closed\":true}\n")
                        .repeat(2));
    }

    @Test
    void nothingIsWrittenForNothing() {
        assertThat(write()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "0.1, 0.1",
        "12345678.9, 12345678.9",
        "1e21, 1000000000000000000000",
        "1e-9, 0.000000001",
        "0.30000000000000004, 0.30000000000000004"
    })
    void numbersNeverHaveAnExponent(double number, String text) {
        assertThat(Figures.plain(number)).isEqualTo(text);
        assertThat(Double.parseDouble(Figures.plain(number))).isEqualTo(number + 0.0);
    }

    @SafeVarargs
    private static String write(Map<String, Object>... records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Streams streams = new Streams(new Output(out), new Output(out), false);
        try (JsonWriter json = streams.json()) {
            for (Map<String, Object> record : records) {
                json.beginObject();
                json.properties(record);
                json.endObject();
            }
        }
        streams.flush();
        return out.toString(StandardCharsets.UTF_8);
    }
}
