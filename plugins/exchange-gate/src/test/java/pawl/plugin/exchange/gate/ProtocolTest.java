package pawl.plugin.exchange.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedProtocol.Subscription;
import pawl.api.exchange.FeedStream;
import pawl.testkit.RecordingHearing;

class ProtocolTest {
    private static final FeedProtocol PROTOCOL = Gate.protocol("BTC_USDT", "CHZ_USDT");
    private static final List<String> STREAMS = PROTOCOL.plan().groups().getFirst().streams().stream()
            .map(FeedStream::name)
            .toList();

    @Test
    void asksForFourChannelsOfEach() {
        assertThat(STREAMS)
                .hasSize(8)
                .startsWith(
                        "futures.trades/BTC_USDT",
                        "futures.book_ticker/BTC_USDT",
                        "futures.tickers/BTC_USDT",
                        "futures.public_liquidates/BTC_USDT");
        assertThat(PROTOCOL.plan().groups().getFirst().path()).isEqualTo("/v4/ws/usdt");
        assertThat(PROTOCOL.plan().groups().getFirst().headers()).isEqualTo(Map.of("X-Gate-Size-Decimal", "1"));
        assertThat(PROTOCOL.plan().polls()).isEmpty();
        assertThat(PROTOCOL.ping()).contains("{\"time\":123456,\"channel\":\"futures.ping\"}");
        assertThat(PROTOCOL.repair(0, 5, 9, false)).isEmpty();
    }

    @Test
    void subscribesToAChannelInOneMessage() {
        assertThat(PROTOCOL.subscribe(
                        List.of("futures.trades/BTC_USDT", "futures.tickers/BTC_USDT", "futures.trades/CHZ_USDT"), 9))
                .containsExactly(
                        new Subscription(
                                9,
                                "{\"time\":123456,\"id\":9,\"channel\":\"futures.trades\",\"event\":\"subscribe\","
                                        + "\"payload\":[\"BTC_USDT\",\"CHZ_USDT\"]}",
                                List.of("futures.trades/BTC_USDT", "futures.trades/CHZ_USDT")),
                        new Subscription(
                                10,
                                "{\"time\":123456,\"id\":10,\"channel\":\"futures.tickers\",\"event\":\"subscribe\","
                                        + "\"payload\":[\"BTC_USDT\"]}",
                                List.of("futures.tickers/BTC_USDT")));
    }

    @Test
    void splitsLongLists() {
        List<String> streams = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            streams.add("futures.trades/T" + i + "_USDT");
        }
        List<Subscription> messages = PROTOCOL.subscribe(streams, 1);
        assertThat(messages).extracting(Subscription::requestId).containsExactly(1L, 2L, 3L);
        assertThat(messages).flatExtracting(Subscription::streams).isEqualTo(streams);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A B", "A\"", "A\\", "A/B"})
    void refusesWhatIsNoContract(String symbol) {
        assertThatThrownBy(() -> Gate.protocol(symbol)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Arguments data(String frame, String stream) {
        return Arguments.of(frame, "data " + STREAMS.indexOf(stream));
    }

    static Stream<Arguments> frames() {
        return Stream.of(
                data(
                        Gate.update("futures.trades", "[{\"size\":1,\"contract\":\"BTC_USDT\"}]"),
                        "futures.trades/BTC_USDT"),
                data(
                        Gate.update("futures.book_ticker", "{\"t\":1,\"s\":\"CHZ_USDT\"}"),
                        "futures.book_ticker/CHZ_USDT"),
                data(
                        Gate.update("futures.tickers", "[{\"contract\":\"X_USDT\"} , {\"contract\":\"CHZ_USDT\"}]"),
                        "futures.tickers/CHZ_USDT"),
                data(Gate.update("futures.tickers", "[{\"contract\":\"X_USDT\"}]"), "none"),
                data(Gate.update("futures.tickers", "[]"), "none"),
                data(Gate.update("futures.order_book_update", "{\"s\":\"BTC_USDT\"}"), "none"),
                data(
                        "{\"result\":[{\"contract\":\"BTC_USDT\"}],\"error\":null,\"event\":\"update\",\"id\":null,"
                                + "\"channel\":\"futures.trades\"}",
                        "futures.trades/BTC_USDT"),
                Arguments.of(
                        "{\"time\":1,\"id\":12,\"channel\":\"futures.trades\",\"event\":\"subscribe\",\"error\":null,"
                                + "\"result\":{\"status\":\"success\"}}",
                        "acknowledged 12"),
                Arguments.of(
                        "{\"time\":1,\"channel\":\"futures.trades\",\"event\":\"subscribe\",\"result\":{\"status\":\"success\"}}",
                        "acknowledged -1"),
                Arguments.of(
                        "{\"id\":13,\"channel\":\"futures.trades\",\"event\":\"subscribe\",\"error\":{\"code\":2},"
                                + "\"result\":{\"status\":\"fail\"}}",
                        "refused 13"),
                Arguments.of("{\"time\":1,\"channel\":\"futures.pong\",\"event\":\"\",\"result\":null}", "pong"),
                Arguments.of("{\"type\":\"upgrade\",\"msg\":\"x\"}", "closing soon"),
                Arguments.of(Gate.update("futures.system", "{\"type\":\"upgrade\"}"), "closing soon"));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void recognises(String frame, String expected) {
        assertThat(hear(frame)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "pong",
                "{\"channel\":\"futures.trades\",\"event\":\"update\"}",
                "{\"channel\":\"futures.trades\",\"event\":\"unsubscribe\",\"result\":{\"status\":\"success\"}}",
                "{\"channel\":\"futures.trades\",\"event\":\"update\",\"result\":[{\"contract\":\"BTC_USDT\"}]"
            })
    void saysNothingOfOthers(String frame) {
        assertThat(hear(frame)).isEmpty();
    }

    private static List<String> hear(String frame) {
        byte[] bytes = Gate.bytes(frame);
        RecordingHearing hearing = new RecordingHearing();
        PROTOCOL.hear(bytes, 0, bytes.length, hearing);
        return hearing.texts();
    }
}
