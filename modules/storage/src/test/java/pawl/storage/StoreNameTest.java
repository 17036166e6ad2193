package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreNameTest {
    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("logs/BTCUSDT/2023-04-05.log", new StoreName.TokenLog("BTCUSDT", 19_452)),
                Arguments.of("logs/BTC__USDT/1970-01-01.log", new StoreName.TokenLog("BTC_USDT", 0)),
                Arguments.of("ticks/9999-12-31.log", new StoreName.TickLog(2_932_896)),
                Arguments.of("snapshots/BTC/6722611200.snapshot", new StoreName.Snapshot("BTC", 6_722_611_200L)),
                Arguments.of("seals/2023-04-05.checkpoint", new StoreName.DaySeal(19_452)),
                Arguments.of("seals/2023-04-05/_ticks.checkpoint", new StoreName.TickSeal(19_452)),
                Arguments.of("seals/2023-04-05/ticks.checkpoint", new StoreName.TokenSeal("ticks", 19_452)),
                Arguments.of("seals/2023-04-05/__ticks.checkpoint", new StoreName.TokenSeal("_ticks", 19_452)),
                Arguments.of(
                        "configuration/" + "ab".repeat(32) + ".json", new StoreName.Configuration("ab".repeat(32))));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsWrittenAndRead(String text, StoreName name) {
        assertThat(name.text()).isEqualTo(text);
        assertThat(StoreName.parse(text)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "logs/BTC/2023-02-30.log",
                "logs/BTC/2023-4-5.log",
                "logs/BTC/2023-04-05.log.bak",
                "logs/_/2023-04-05.log",
                "logs/a/b/2023-04-05.log",
                "ticks/1969-12-31.log",
                "ticks/2023-04-05",
                "snapshots/BTC/007.snapshot",
                "snapshots/BTC/9223372036854775808.snapshot",
                "configuration/ABCD.json",
                "seals/2023-04-31.checkpoint",
                "seals/2023-04-05/_tick.checkpoint",
                "seals/2023-04-05.checkpoint.bak",
                "seals/2023-04-05/a/b.checkpoint",
                "logs/.DS_Store"
            })
    void whatIsNoNameMeansNothing(String text) {
        assertThat(StoreName.parse(text)).isEmpty();
    }

    @Test
    void aDayHasFourDigitsOfYear() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StoreName.TickLog(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new StoreName.TokenLog("BTC", 2_932_897));
    }
}
