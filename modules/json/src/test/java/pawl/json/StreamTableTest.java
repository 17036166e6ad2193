package pawl.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamTableTest {
    private static final StreamTable TABLE =
            new StreamTable(List.of("trades/BTC-USDT", "trades/CHZ-USDT", "books/CHZ-USDT", "books/A/B"));

    @ParameterizedTest
    @CsvSource({
        "trades, BTC-USDT, 0",
        "trades, CHZ-USDT, 1",
        "books, CHZ-USDT, 2",
        "books, A/B, 3",
        "books, BTC-USDT, -1",
        "trades, A/B, -1",
        "trades, ETH-USDT, -1",
        "funding, BTC-USDT, -1"
    })
    void aStreamIsFoundByItsChannelAndSymbol(String channel, String symbol, int number) {
        assertThat(TABLE.number(position(TABLE.channels(), channel), position(TABLE.symbols(), symbol)))
                .isEqualTo(number);
    }

    private static int position(NameTable names, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return names.find(bytes, 0, bytes.length);
    }
}
