package pawl.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EightBytesTest {
    private static final byte[] TELLING = {
        '0', '9', '/', ':', '"', '\\', 0, 31, 32, 33, 127, -128, -1, '!', '#', '[', ']'
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void findsWhatASearchByteByByteFinds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(1, 30)];
            byte filler = random.nextBoolean() ? (byte) '5' : (byte) 'x';
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(12) == 0 ? TELLING[random.nextInt(TELLING.length)] : filler;
            }
            int from = random.nextInt(bytes.length);
            int end = random.nextInt(from, bytes.length + 1);
            assertThat(EightBytes.findTextEnd(bytes, from, end)).isEqualTo(slowTextEnd(bytes, from, end));
            assertThat(EightBytes.findNoDigit(bytes, from, end)).isEqualTo(slowNoDigit(bytes, from, end));
        }
    }

    private static int slowTextEnd(byte[] bytes, int from, int end) {
        for (int at = from; at < end; at++) {
            int c = bytes[at] & 0xff;
            if (c < 32 || c == '"' || c == '\\') {
                return at;
            }
        }
        return end;
    }

    private static int slowNoDigit(byte[] bytes, int from, int end) {
        for (int at = from; at < end; at++) {
            if (bytes[at] < '0' || bytes[at] > '9') {
                return at;
            }
        }
        return end;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "12345678, 12345678",
        "00000012, 12",
        "99999999, 99999999",
        "123456789, -1",
        "'', -1",
        "12a4, -1",
        "12.4, -1",
        "-124, -1",
    })
    void readsShortNumbers(String text, long expected) {
        byte[] bytes = ("x" + text + "12345678").getBytes(StandardCharsets.UTF_8);
        assertThat(EightBytes.digits(bytes, 1, 1 + text.length())).isEqualTo(expected);
    }
}
