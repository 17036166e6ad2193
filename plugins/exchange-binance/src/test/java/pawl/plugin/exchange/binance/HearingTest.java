package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FrameRefusedException;
import pawl.testkit.CanonicalEvent;
import pawl.testkit.RecordingHearing;

class HearingTest {
    private static final FeedProtocol PROTOCOL = Protocols.of("BTCUSDT", "ETHUSDT", "币安人生USDT");

    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of("{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"e\":\"bookTicker\"}}", "data 0"),
                Arguments.of("{\"stream\":\"币安人生usdt@bookTicker\",\"data\":{}}", "data 2"),
                Arguments.of("{\"stream\":\"btcusdt@aggTrade\",\"data\":{\"e\":\"aggTrade\"}}", "data 3"),
                Arguments.of("{\"stream\":\"ethusdt@markPrice@1s\",\"data\":{}}", "data 7"),
                Arguments.of("{\"stream\":\"ethusdt@markPrice\",\"data\":{}}", "data -1"),
                Arguments.of("{\"stream\":\"\",\"data\":{}}", "data -1"),
                Arguments.of("{\"data\":{\"e\":\"x\",\"id\":4},\"stream\":\"ethusdt@forceOrder\"}", "data 8"),
                Arguments.of(" { \"stream\" : \"ethusdt@forceOrder\" , \"data\" : [ {} ] } ", "data 8"),
                Arguments.of("{\"n\":[\"}\\\"\",{\"stream\":\"x\"}],\"stream\":\"ethusdt@aggTrade\"}", "data 6"),
                Arguments.of("{\"result\":null,\"id\":1}", "acknowledged 1"),
                Arguments.of("{\"id\":2,\"result\":null}", "acknowledged 2"),
                Arguments.of("{ \"result\" : null , \"id\" : 3 }\n", "acknowledged 3"),
                Arguments.of("{\"result\":[\"btcusdt@aggTrade\"],\"id\":4}", "acknowledged 4"),
                Arguments.of("{\"result\":null,\"id\":4294967295}", "acknowledged 4294967295"),
                Arguments.of("{\"result\":null,\"id\":999999999999999999}", "acknowledged 999999999999999999"),
                Arguments.of("{\"result\":null,\"id\":9999999999999999999}", "acknowledged -1"),
                Arguments.of("{\"result\":null,\"id\":null}", "acknowledged -1"),
                Arguments.of("{\"result\":null}", "acknowledged -1"),
                Arguments.of("{\"id\":5,\"error\":null,\"result\":null}", "acknowledged 5"),
                Arguments.of("{\"code\":2,\"msg\":\"Invalid request: \\\"id\\\":9, \"}", "refused -1"),
                Arguments.of("{\"code\":2,\"msg\":\"Invalid request\",\"id\":6}", "refused 6"),
                Arguments.of("{\"id\":7,\"msg\":\"x\",\"code\":-1121}", "refused 7"),
                Arguments.of("{\"error\":{\"code\":2,\"msg\":\"x\",\"id\":1},\"id\":8}", "refused 8"),
                Arguments.of("{\"id\":9,\"error\":{\"code\":3,\"msg\":\"}\"}}", "refused 9"),
                Arguments.of("{\"result\":null,\"error\":{\"code\":3},\"id\":10}", "refused 10"),
                Arguments.of("{\"e\":\"serverShutdown\",\"E\":1770123456789}", "closing soon"),
                Arguments.of("{\"stream\":\"\",\"data\":{\"e\":\"serverShutdown\",\"E\":1}}", "closing soon"));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void recognises(String frame, String expected) {
        assertThat(hear(frame)).containsExactly(expected);
    }

    static Stream<String> others() {
        return Stream.of(
                "",
                " ",
                "{",
                "{}",
                "[]",
                "null",
                "{\"",
                "{\"stream",
                "{\"id\":1}",
                "{\"result\"",
                "{\"result\":null,\"id\":1",
                "{\"result\":null,,\"id\":1}",
                "{\"streams\":\"btcusdt@aggTrade\"}",
                "{\"stream\":5}",
                "{\"e\":\"aggTrade\",\"s\":\"BTCUSDT\"}",
                "[{\"result\":null,\"id\":1}]",
                "\"result\":null,\"id\":1}",
                "<html>{\"code\":502}</html>");
    }

    @ParameterizedTest
    @MethodSource("others")
    void saysNothingOfOthers(String frame) {
        assertThat(hear(frame)).isEmpty();
    }

    static Stream<String> answers() {
        return frames().filter(arguments -> !arguments.get()[1].toString().startsWith("data"))
                .map(arguments -> arguments.get()[0].toString());
    }

    /** Every frame of a socket goes to the adapter too, which must not count an answer as a frame that it cannot understand. */
    @ParameterizedTest
    @MethodSource("answers")
    void theAdapterIgnoresWhatIsNoData(String frame) throws FrameRefusedException {
        assertThat(Venue.decode(frame))
                .singleElement()
                .satisfies(call -> assertThat(call)
                        .isIn(
                                new CanonicalEvent.Ignored("ack"),
                                new CanonicalEvent.Ignored("venueError"),
                                new CanonicalEvent.Ignored("serverShutdown")));
    }

    @Test
    void findsEveryStreamOfItsPlan() {
        List<String> names = PROTOCOL.plan().groups().stream()
                .flatMap(group -> group.streams().stream())
                .map(stream -> stream.name())
                .toList();
        assertThat(names).hasSize(12);
        for (int number = 0; number < names.size(); number++) {
            assertThat(hear("{\"stream\":\"" + names.get(number) + "\",\"data\":{}}"))
                    .containsExactly("data " + number);
        }
    }

    @Test
    void readsOnlyItsPartOfTheArray() {
        byte[] bytes = "{\"id\":1}{\"result\":null,\"id\":12},\"id\":3}".getBytes(StandardCharsets.UTF_8);
        RecordingHearing hearing = new RecordingHearing();
        PROTOCOL.hear(bytes, 8, 23, hearing);
        assertThat(hearing.texts()).containsExactly("acknowledged 12");
    }

    private static List<String> hear(String frame) {
        byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
        RecordingHearing hearing = new RecordingHearing();
        PROTOCOL.hear(bytes, 0, bytes.length, hearing);
        return hearing.texts();
    }
}
