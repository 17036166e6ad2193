package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.exchange.FrameRefusedException;

class SurveyorTest {
    private static List<String> survey(String frame) throws FrameRefusedException {
        List<String> findings = new ArrayList<>();
        byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
        new BinanceProvider()
                .surveyor()
                .survey(
                        bytes,
                        0,
                        bytes.length,
                        (symbol, price, quantity) -> findings.add(symbol + " " + price + " " + quantity));
        return findings;
    }

    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of(
                        "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"p\":\"28159.60\",\"q\":\"0.010\"}",
                        List.of("BTCUSDT 2 3")),
                Arguments.of("{\"e\":\"aggTrade\",\"s\":\"币安人生USDT\",\"p\":1e-5,\"q\":7}", List.of("币安人生USDT 5 0")),
                Arguments.of(
                        "{\"e\":\"bookTicker\",\"s\":\"A\",\"b\":\"1.0\",\"B\":\"\",\"a\":\"1.25\",\"A\":\"3.1\"}",
                        List.of("A 2 1")),
                Arguments.of(
                        "[{\"e\":\"markPriceUpdate\",\"s\":\"A\"},{\"e\":\"markPriceUpdate\",\"s\":\"B\"}]",
                        List.of("A 0 0", "B 0 0")),
                Arguments.of(
                        "{\"e\":\"forceOrder\",\"o\":{\"s\":\"A\",\"q\":\"1.20\",\"z\":\"1\",\"p\":\"1.2345\"}}",
                        List.of("A 0 2")),
                Arguments.of("{\"e\":\"trade\",\"s\":\"A\",\"p\":\"1\",\"q\":\"1\",\"st\":2}", List.of()),
                Arguments.of("{\"e\":\"depthUpdate\",\"s\":\"A\"}", List.of()),
                Arguments.of("{\"result\":null,\"id\":1}", List.of()),
                Arguments.of("{\"symbol\":\"A\",\"openInterest\":\"1.50\",\"time\":1}", List.of("A 0 2")),
                Arguments.of(
                        "[{\"symbol\":\"A\",\"markPrice\":\"1.5\"},{\"symbol\":\"B\"}]", List.of("A 0 0", "B 0 0")),
                Arguments.of("[{\"symbol\":\"A\",\"fundingRate\":\"1.5\"}]", List.of("A 0 0")));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void reportsSymbolsAndDecimals(String frame, List<String> expected) throws FrameRefusedException {
        assertThat(survey(frame)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"e\":\"trade\",\"s\":\"A\",\"p\":\"x\",\"q\":\"1\"}",
                "{\"e\":\"trade\",\"s\":\"A\",\"p\":\"1e-19\",\"q\":\"1\"}",
                "{\"e\":\"trade\",\"s\":\"A\",\"p\":\"1e9999999999\",\"q\":\"1\"}",
                "{\"e\":\"trade\",\"s\":\"A\",\"p\":\"١\",\"q\":\"1\"}",
                "{\"e\":\"trade\",\"s\":5,\"p\":\"1\",\"q\":\"1\"}",
                "{\"symbol\":\"A\",\"openInterest\":\"x\",\"time\":1}",
                "{\"e\":\"trade\"",
            })
    void refusesWhatTheAdapterWould(String frame) {
        assertThat(catchThrowableOfType(FrameRefusedException.class, () -> survey(frame)))
                .isNotNull();
    }
}
