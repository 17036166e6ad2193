package pawl.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.exchange.FrameRefusedException;

class JsonScannerTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void stepsOverAnyValue(long seed) throws FrameRefusedException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 20_000; round++) {
            String frame = Json.any(random, 5);
            JsonScanner json = Json.scanner(" " + frame + "\n");
            int after = json.skipValue(json.first());
            assertThat(after).as(frame).isEqualTo(json.end());
            json.requireEnd(after);
        }
    }

    /** A value that is cut anywhere is refused at its end, a number apart, whose beginning may be a number too. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6})
    void refusesWhatIsCut(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 5_000; round++) {
            String value = "{\"f\":" + Json.any(random, 4) + "}";
            String cut = value.substring(0, random.nextInt(1, value.length()));
            assertThat(Json.refusal(cut, json -> json.requireEnd(json.skipValue(json.first()))))
                    .as(cut)
                    .startsWith("MALFORMED");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|MALFORMED at 0: the frame is empty",
                "1 2|MALFORMED at 1: more follows the frame's one value",
                "01|MALFORMED at 0: a number that starts with 0",
                "1.|MALFORMED at 2: the frame ends early",
                "-x|MALFORMED at 1: \"x\" where a digit is expected",
                "[1,]|MALFORMED at 3: \"]\" where a value is expected",
                "{1}|MALFORMED at 1: \"1\" where a field's name is expected",
                "{\"a\" 1}|MALFORMED at 5: \"1\" where ':' is expected",
                "\"\\x\"|MALFORMED at 2: \"x\" where an escape is expected",
                "nul|MALFORMED at 3: the frame ends early",
                "tree|MALFORMED at 2: \"e\" where true is expected",
            })
    void saysWhatIsNotJson(String frame, String refusal) {
        assertThat(Json.refusal(frame, json -> json.requireEnd(json.skipValue(json.first()))))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"64, not refused", "65, 'MALFORMED at 64: more than 64 levels of arrays and objects'"})
    void boundsTheLevels(int levels, String refusal) {
        String frame = "[".repeat(levels) + "]".repeat(levels);
        assertThat(Json.refusal(frame, json -> json.skipValue(json.first()))).isEqualTo(refusal);
    }
}
