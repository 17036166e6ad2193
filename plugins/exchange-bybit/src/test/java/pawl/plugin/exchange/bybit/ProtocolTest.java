package pawl.plugin.exchange.bybit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.exchange.FeedPlan.SocketGroup;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedProtocol.Subscription;
import pawl.api.exchange.FeedStream;

class ProtocolTest {
    private static final FeedProtocol PROTOCOL = Bybit.protocol(Bybit.instruments("BTCUSDT", "ETHUSDT"));

    @Test
    void listensToFourTopicsOfEachSymbol() {
        SocketGroup group = PROTOCOL.plan().groups().getFirst();
        assertThat(PROTOCOL.plan().socketBase() + group.path()).isEqualTo("wss://stream.bybit.com/v5/public/linear");
        assertThat(group.streams().stream().map(FeedStream::name))
                .containsExactly(
                        "orderbook.1.BTCUSDT",
                        "publicTrade.BTCUSDT",
                        "tickers.BTCUSDT",
                        "allLiquidation.BTCUSDT",
                        "orderbook.1.ETHUSDT",
                        "publicTrade.ETHUSDT",
                        "tickers.ETHUSDT",
                        "allLiquidation.ETHUSDT");
        assertThat(PROTOCOL.ping()).hasValue("{\"op\":\"ping\"}");
    }

    @Test
    void asksForTenTopicsInARequest() {
        List<String> names =
                IntStream.range(0, 23).mapToObj(i -> "tickers.C" + i).toList();
        List<Subscription> subscriptions = PROTOCOL.subscribe(names, 5);
        assertThat(subscriptions.stream().map(Subscription::streams))
                .containsExactly(names.subList(0, 10), names.subList(10, 20), names.subList(20, 23));
        assertThat(subscriptions.getLast().text())
                .isEqualTo("{\"req_id\":\"7\",\"op\":\"subscribe\","
                        + "\"args\":[\"tickers.C20\",\"tickers.C21\",\"tickers.C22\"]}");
        assertThat(subscriptions.getLast().requestId()).isEqualTo(7);
    }

    /** However long the symbols are, what one socket is asked for stays within 21,000 characters. */
    @Test
    void keepsASocketWithinItsCharacters() {
        String[] symbols = IntStream.range(0, 500)
                .mapToObj(i -> "X".repeat(i % 40) + i + "USDT")
                .toArray(String[]::new);
        FeedProtocol many = Bybit.protocol(Bybit.instruments(symbols));
        SocketGroup group = many.plan().groups().getFirst();
        int most = group.mostStreamsPerSocket();
        assertThat(group.streams()).hasSizeGreaterThan(most);
        int longest = group.streams().stream()
                .mapToInt(stream -> stream.name().length())
                .max()
                .orElseThrow();
        assertThat(most * (longest + 3)).isBetween(20_000, 21_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTC USDT", "A\"B", "A\\B", "A.B"})
    void refusesWhatIsNoSymbol(String symbol) {
        assertThatThrownBy(() -> Bybit.protocol(Bybit.instruments(symbol)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + symbol + "\" is no symbol of Bybit's");
    }
}
