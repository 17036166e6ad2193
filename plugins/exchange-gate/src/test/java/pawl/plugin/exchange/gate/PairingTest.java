package pawl.plugin.exchange.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;
import pawl.plugin.exchange.binance.BinanceProvider;
import pawl.testkit.CanonicalEvent;

/** The same thing told by both venues is the same event. */
class PairingTest {
    static Stream<Arguments> pairs() {
        return Stream.of(
                argumentSet(
                        "0.0855 BTC sold",
                        Gate.update(
                                "futures.trades",
                                "[{\"size\":-855,\"id\":77,\"create_time_ms\":5,\"price\":\"83434.4\",\"contract\":\"BTC_USDT\"}]"),
                        "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":77,\"T\":5,\"p\":\"83434.40\",\"q\":\"0.0855\",\"m\":true}"),
                argumentSet(
                        "0.0855 BTC taken over by the insurance fund",
                        Gate.update(
                                "futures.trades",
                                "[{\"size\":855,\"id\":78,\"create_time_ms\":5,\"price\":\"83434.4\",\"contract\":\"BTC_USDT\","
                                        + "\"is_internal\":true}]"),
                        "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":78,\"T\":5,\"p\":\"83434.40\",\"q\":\"0.0855\","
                                + "\"X\":\"INSURANCE_FUND\",\"m\":false}"),
                argumentSet(
                        "a quote without a bid",
                        Gate.update(
                                "futures.book_ticker",
                                "{\"t\":9,\"u\":44,\"s\":\"BTC_USDT\",\"b\":\"\",\"B\":0,\"a\":\"20386.8\",\"A\":700}"),
                        "{\"e\":\"bookTicker\",\"s\":\"BTCUSDT\",\"u\":44,\"T\":9,\"E\":9,\"b\":\"0.00\",\"B\":\"0.000\","
                                + "\"a\":\"20386.80\",\"A\":\"0.070\"}"),
                argumentSet(
                        "a long liquidated",
                        Gate.update(
                                "futures.public_liquidates",
                                "[{\"price\":\"82655.7\",\"size\":\"-855\",\"time_ms\":4,\"contract\":\"BTC_USDT\"}]"),
                        "{\"e\":\"forceOrder\",\"o\":{\"s\":\"BTCUSDT\",\"S\":\"SELL\",\"p\":\"82655.70\",\"ap\":\"0\","
                                + "\"q\":\"0.0855\",\"z\":\"0.0855\",\"T\":4}}"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void meansTheSame(String gate, String binance) throws FrameRefusedException {
        ExchangeAdapter adapter = new BinanceProvider()
                .create(
                        List.of(new Instrument(
                                0,
                                "binance",
                                0,
                                "BTCUSDT",
                                Gate.instruments().getFirst().token())),
                        Settings.of("venues.binance", Map.of()));
        List<CanonicalEvent> expected = Gate.decode(adapter, Gate.bytes(binance));
        assertThat(expected).hasSize(1).noneMatch(event -> event.kind() == null);
        assertThat(Gate.decode(gate)).isEqualTo(expected);
    }
}
