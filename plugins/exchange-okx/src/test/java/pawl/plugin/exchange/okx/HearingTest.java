package pawl.plugin.exchange.okx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedStream;
import pawl.testkit.RecordingHearing;

class HearingTest {
    private static final FeedProtocol PROTOCOL = Okx.protocol(Okx.BTC, "BTC-USDT", Okx.CHZ);
    private static final List<String> STREAMS = PROTOCOL.plan().groups().stream()
            .flatMap(group -> group.streams().stream())
            .map(FeedStream::name)
            .toList();

    private static String liquidation(String... symbols) {
        List<String> rows = new ArrayList<>();
        for (String symbol : symbols) {
            rows.add("{\"details\":[{\"bkPx\":\"1\",\"instId\":\"CHZ-USDT-SWAP\"}],\"instId\":\"" + symbol + "\"}");
        }
        return "{\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"},\"data\":["
                + String.join(" , ", rows) + "]}";
    }

    private static Arguments data(String frame, String stream) {
        return Arguments.of(frame, "data " + STREAMS.indexOf(stream));
    }

    static Stream<Arguments> frames() {
        return Stream.of(
                data(Okx.message("trades", "{}"), "trades/BTC-USDT-SWAP"),
                data(Okx.message("trades", "{}").replace("-SWAP", ""), "trades/BTC-USDT"),
                data(Okx.message("mark-price", "{}").replace("BTC", "CHZ"), "mark-price/CHZ-USDT-SWAP"),
                data(Okx.message("funding-rate", "{}"), "funding-rate/BTC-USDT-SWAP"),
                data(Okx.message("trades", "{}").replace("BTC", "ETH"), "none"),
                data(Okx.message("books", "{}"), "none"),
                data(
                        "{ \"data\":[{}] , \"arg\" : {\"instId\":\"BTC-USDT-SWAP\",\"channel\":\"bbo-tbt\"}}",
                        "bbo-tbt/BTC-USDT-SWAP"),
                data(liquidation("BTC-USDT-SWAP"), "liquidation-orders/BTC-USDT-SWAP"),
                data(liquidation("ETH-USDT-SWAP", "CHZ-USDT-SWAP"), "liquidation-orders/CHZ-USDT-SWAP"),
                data(liquidation("ETH-USDT-SWAP"), "none"),
                data(liquidation(), "none"),
                data(
                        liquidation("CHZ-USDT-SWAP").replaceFirst("\\{", "{\"id\":\"1512\","),
                        "liquidation-orders/CHZ-USDT-SWAP"),
                Arguments.of(
                        "{\"event\":\"subscribe\",\"arg\":{\"channel\":\"trades\",\"instId\":\"X\"}}",
                        "acknowledged -1"),
                Arguments.of(
                        "{\"id\":\"1512\",\"event\":\"subscribe\",\"arg\":{\"channel\":\"trades\",\"instId\":\"BTC-USDT-SWAP\"},"
                                + "\"connId\":\"a4d3ae55\"}",
                        "acknowledged 1512"),
                Arguments.of(
                        "{\"arg\":{\"channel\":\"trades\",\"instId\":\"BTC-USDT-SWAP\"},\"event\":\"subscribe\",\"id\":\"3\"}",
                        "acknowledged 3"),
                Arguments.of(
                        "{\"id\":\"9\",\"event\":\"error\",\"code\":\"60012\",\"msg\":\"Invalid request: {\\\"event\\\":1}\"}",
                        "refused 9"),
                Arguments.of("{\"event\":\"error\",\"msg\":\"Illegal request\",\"code\":\"60012\"}", "refused -1"),
                Arguments.of("{\"event\":\"notice\",\"code\":\"64008\",\"msg\":\"closed soon\"}", "closing soon"),
                Arguments.of("pong", "pong"));
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
                " ",
                "pon",
                "pongs",
                "{}",
                "{\"event\":\"unsubscribe\",\"id\":\"3\"}",
                "{\"event\":\"notice\",\"code\":\"64000\"}",
                "{\"event\":\"channel-conn-count\",\"connCount\":\"2\"}",
                "{\"code\":\"64008\"}",
                "{\"event\":\"subscribe\",\"id\":\"3\"",
                "{\"arg\":{\"channel\":\"trades\",\"instId\":\"BTC-USDT-SWAP\"}}",
                "{\"arg\":{\"channel\":\"trades\",\"instId\":\"BTC-USDT-SWAP",
                "[{\"event\":\"subscribe\",\"id\":\"3\"}]"
            })
    void saysNothingOfOthers(String frame) {
        assertThat(hear(frame)).isEmpty();
    }

    @Test
    void readsOnlyItsPartOfTheArray() {
        byte[] bytes = Okx.bytes("{\"event\":\"subscribe\",\"id\":\"12\"},\"id\":\"3\"}");
        RecordingHearing calls = new RecordingHearing();
        PROTOCOL.hear(bytes, 0, 31, calls);
        assertThat(calls.texts()).containsExactly("acknowledged 12");
    }

    private static List<String> hear(String frame) {
        byte[] bytes = Okx.bytes(frame);
        RecordingHearing calls = new RecordingHearing();
        PROTOCOL.hear(bytes, 0, bytes.length, calls);
        return calls.texts();
    }
}
