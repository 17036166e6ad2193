package pawl.plugin.exchange.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;

/** What cannot be understood is refused, with what was found and what is expected. */
class RefusalTest {
    private static final String TRADE = Gate.update(
            "futures.trades",
            "[{\"size\":5,\"id\":7,\"create_time_ms\":9,\"price\":\"56233.3\",\"contract\":\"BTC_USDT\"}]");

    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of("", Reason.MALFORMED, "the frame is empty"),
                Arguments.of("<html>429</html>", Reason.MALFORMED, "neither an object nor an array"),
                Arguments.of(TRADE + "{}", Reason.MALFORMED, "more follows the frame's one value"),
                Arguments.of(
                        TRADE.replace("update", "all"),
                        Reason.BAD_VALUE,
                        "update, subscribe or unsubscribe is expected"),
                Arguments.of(TRADE.replace("event", "events"), Reason.MISSING_FIELD, "there is no field \"event\""),
                Arguments.of(TRADE.replace("channel", "canal"), Reason.MISSING_FIELD, "there is no field \"channel\""),
                Arguments.of(
                        TRADE.replaceFirst("\\[.*]", "null"), Reason.BAD_VALUE, "an object or an array is expected"),
                Arguments.of(
                        TRADE.replace("\"id\"", "\"ids\""),
                        Reason.MISSING_FIELD,
                        "futures.trades: there is no field \"id\""),
                Arguments.of(
                        TRADE.replace("create_time_ms", "made"),
                        Reason.MISSING_FIELD,
                        "there is no field \"create_time\""),
                Arguments.of(
                        TRADE.replace("BTC_USDT", ""),
                        Reason.BAD_VALUE,
                        "a contract, written without escapes, is expected"),
                Arguments.of(
                        TRADE.replace("56233.3", "56233.33"), Reason.DOES_NOT_FIT, "at most 1 decimals are expected"),
                Arguments.of(TRADE.replace("56233.3", "-1"), Reason.BAD_VALUE, "a number above 0 is expected"),
                Arguments.of(TRADE.replace(":5,", ":\"5.001\","), Reason.DOES_NOT_FIT, "1 * 10^-4 base units each"),
                Arguments.of(
                        TRADE.replace("}]", ",\"is_internal\":\"yes\"}]"),
                        Reason.BAD_VALUE,
                        "true or false is expected"),
                Arguments.of(
                        Gate.update(
                                "futures.tickers",
                                "[{\"contract\":\"BTC_USDT\",\"mark_price\":\"1\",\"total_size\":\"-1\"}]"),
                        Reason.BAD_VALUE,
                        "field \"total_size\" is \"-1\"; a number of at least 0 is expected"));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void refuses(String frame, Reason reason, String message) {
        assertThatThrownBy(() -> Gate.decode(frame))
                .isInstanceOfSatisfying(
                        FrameRefusedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason))
                .hasMessageContaining(message);
    }
}
