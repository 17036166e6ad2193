package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameEscapeTest {
    @ParameterizedTest
    @CsvSource({
        "BTCUSDT, BTCUSDT",
        "1000SHIB-PERP.x, 1000SHIB-PERP.x",
        "BTC_USDT, BTC__USDT",
        "a/b, a_2fb",
        "ПСЖ, _d0_9f_d0_a1_d0_96",
        ".., _2e.",
        ".hidden, _2ehidden",
        "_2f, __2f",
        "币安, _e5_b8_81_e5_ae_89",
    })
    void writesANameSoAndReadsItBack(String name, String escaped) {
        assertThat(NameEscape.escape(name)).isEqualTo(escaped);
        assertThat(NameEscape.unescape(escaped)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "a_", "_4", "_g0", "_41", "_2F", ".", "a b", "_ff", "_c3", "___"})
    void readsNothingThatItWouldNotWrite(String escaped) {
        assertThat(NameEscape.unescape(escaped)).isEmpty();
    }

    @Test
    void writesNoTwoNamesAlike() {
        String alphabet = "a_2f./é.-";
        SplittableRandom random = new SplittableRandom(5);
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int length = random.nextInt(1, 6); length > 0; length--) {
                name.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String escaped = NameEscape.escape(name.toString());
            assertThat(names.putIfAbsent(escaped, name.toString())).isIn(null, name.toString());
            assertThat(escaped).matches("[A-Za-z0-9._-]+");
            assertThat(NameEscape.unescape(escaped)).contains(name.toString());
        }
    }
}
