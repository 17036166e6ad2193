package pawl.plugin.exchange.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.exchange.FrameRefusedException;

class SurveyorTest {
    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of(
                        Gate.update(
                                "futures.trades",
                                "[{\"size\":\"-1.25\",\"price\":\"96.4\",\"contract\":\"BTC_USDT\"}]"),
                        "BTC_USDT 1 2"),
                Arguments.of(
                        Gate.update(
                                "futures.book_ticker",
                                "{\"s\":\"BTC_USDT\",\"b\":\"\",\"B\":0,\"a\":\"0.739\",\"A\":677}"),
                        "BTC_USDT 3 0"),
                Arguments.of(Gate.update("futures.tickers", "[{\"contract\":\"BTC_USDT\"}]"), "BTC_USDT 0 0"),
                Arguments.of(
                        Gate.update("futures.public_liquidates", "[{\"contract\":\"BTC_USDT\",\"size\":\"-2.5\"}]"),
                        "BTC_USDT 0 1"));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void reports(String frame, String finding) throws FrameRefusedException {
        List<String> findings = new ArrayList<>();
        byte[] bytes = Gate.bytes(frame);
        new GateProvider()
                .surveyor()
                .survey(
                        bytes,
                        0,
                        bytes.length,
                        (symbol, priceDecimals, quantityDecimals) ->
                                findings.add(symbol + " " + priceDecimals + " " + quantityDecimals));
        assertThat(findings).containsExactly(finding);
    }
}
