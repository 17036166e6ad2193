package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.exchange.FrameRefusedException;
import pawl.testkit.CanonicalEvent;
import pawl.testkit.RecordingSink;

class FrameTest {
    private static final String TRADE =
            "{\"e\":\"trade\",\"T\":1,\"t\":2,\"s\":\"BTCUSDT\",\"p\":\"3\",\"q\":\"4\",\"m\":false}";
    private static final CanonicalEvent DECODED = new CanonicalEvent.Trade(0, 1, 2, 2, 0, 300, 4000, 0);

    static Stream<Arguments> envelopes() {
        return Stream.of(
                argumentSet("bare", TRADE),
                argumentSet("envelope", "{\"stream\":\"btcusdt@trade\",\"data\":" + TRADE + "}"),
                argumentSet("data first", "{\"data\":" + TRADE + ",\"stream\":\"btcusdt@trade\"}"),
                argumentSet("more fields", "{\"stream\":\"x\",\"n\":[{}],\"data\":" + TRADE + ",\"id\":{\"e\":1}}"),
                argumentSet("an unknown field first", "{\"id\":7,\"stream\":\"x\",\"data\":" + TRADE + "}"),
                argumentSet("blanks", " \t{ \"stream\" : \"x\" , \"data\" : " + TRADE + " } \r\n"),
                argumentSet("a field data beside e", TRADE.replace("\"m\"", "\"data\":{\"e\":\"kline\"},\"m\"")));
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void findsTheMessage(String frame) throws FrameRefusedException {
        assertThat(Venue.decode(frame)).containsExactly(DECODED);
    }

    static Stream<Arguments> ignored() {
        return Stream.of(
                Arguments.of(
                        "{\"stream\":\"x\",\"data\":{\"e\":\"depthUpdate\",\"b\":[[\"1\",\"2\"]]}}", "depthUpdate"),
                Arguments.of("{\"e\":\"kline\",\"k\":{\"t\":1, \"x\":false}}", "kline"),
                Arguments.of(
                        "{\"stream\":\"!ticker@arr\",\"data\":[{\"e\":\"24hrTicker\"},{\"e\":\"24hrTicker\"}]}",
                        "24hrTicker"),
                Arguments.of("[{\"e\":\"24hrMiniTicker\"}]", "24hrMiniTicker"),
                Arguments.of("{\"e\":\"neverSeen\"}", "neverSeen"),
                Arguments.of("{\"e\":\"" + "x".repeat(100) + "\"}", "x".repeat(40)),
                Arguments.of(TRADE.replace("}", ",\"st\":2}"), "coinMargined"),
                Arguments.of("{\"result\":null,\"id\":1}", "ack"),
                Arguments.of("{\"id\":1,\"result\":[\"btcusdt@trade\"]}", "ack"),
                Arguments.of("{\"code\":2,\"msg\":\"Invalid request\"}", "venueError"),
                Arguments.of("{\"error\":{\"code\":2,\"msg\":\"Invalid request\"},\"id\":1}", "venueError"),
                Arguments.of("{\"stream\":\"x\",\"data\":null}", "null"),
                Arguments.of("null", "null"),
                Arguments.of("[]", "empty"));
    }

    @ParameterizedTest
    @MethodSource("ignored")
    void ignoresWithAReason(String frame, String reason) throws FrameRefusedException {
        assertThat(Venue.decode(frame)).containsExactly(new CanonicalEvent.Ignored(reason));
    }

    /** What is ignored by its kind is not read further; only its end is looked at. */
    @Test
    void doesNotReadTheBodyOfAKindWithoutUse() throws FrameRefusedException {
        assertThat(Venue.decode("{\"e\":\"depthUpdate\",\"b\":[[\u0000,,}"))
                .containsExactly(new CanonicalEvent.Ignored("depthUpdate"));
    }

    @Test
    void aKindWithoutUseAmongOthersHidesNone() throws FrameRefusedException {
        assertThat(Venue.decode("[" + TRADE + ",{\"e\":\"kline\",\"k\":{}}," + TRADE + "]"))
                .isEqualTo(List.of(DECODED, new CanonicalEvent.Ignored("kline"), DECODED));
    }

    @Test
    void findsSymbolsOfAnyScript() throws FrameRefusedException {
        String symbol = "币安人生USDT";
        assertThat(Venue.decode(Venue.adapter("BTCUSDT", symbol), TRADE.replace("BTCUSDT", symbol)))
                .containsExactly(new CanonicalEvent.Trade(1, 1, 2, 2, 0, 300, 4000, 0));
        assertThat(Venue.decode(TRADE.replace("BTCUSDT", symbol)))
                .containsExactly(new CanonicalEvent.Unconfigured(symbol));
    }

    @Test
    void reportsAnUnknownSymbolWithoutReadingFurther() throws FrameRefusedException {
        assertThat(Venue.decode(TRADE.replace("BTCUSDT", "BTCUSD").replace("\"3\"", "\"nonsense\"")))
                .containsExactly(new CanonicalEvent.Unconfigured("BTCUSD"));
    }

    /** The frame stands inside a larger array, as a recording's reader has it. */
    @Test
    void readsOnlyItsPartOfTheArray() throws FrameRefusedException {
        byte[] bytes = ("\"}]" + TRADE + "}]\"").getBytes(StandardCharsets.UTF_8);
        RecordingSink sink = new RecordingSink();
        Venue.adapter("BTCUSDT").decode(bytes, 3, bytes.length - 6, sink);
        assertThat(sink.events()).containsExactly(DECODED);
    }
}
