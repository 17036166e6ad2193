package pawl.plugin.exchange.okx;

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
import pawl.api.token.Token;
import pawl.plugin.exchange.binance.BinanceProvider;
import pawl.testkit.CanonicalEvent;

/** The same thing told by both venues is the same event. */
class PairingTest {
    private static final Token TOKEN = Okx.instruments().getFirst().token();

    static Stream<Arguments> pairs() {
        return Stream.of(
                argumentSet(
                        "0.0855 BTC sold",
                        Okx.message(
                                "trades",
                                "{\"tradeId\":\"77\",\"px\":\"83434.4\",\"sz\":\"8.55\",\"side\":\"sell\",\"ts\":\"5\"}"),
                        "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":77,\"T\":5,\"p\":\"83434.40\",\"q\":\"0.0855\",\"m\":true}"),
                argumentSet(
                        "0.07 BTC bought",
                        Okx.message(
                                "trades",
                                "{\"tradeId\":\"78\",\"px\":\"83434.4\",\"sz\":\"7\",\"side\":\"buy\",\"ts\":\"6\"}"),
                        "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":78,\"T\":6,\"p\":\"83434.40\",\"q\":\"0.070\",\"m\":false}"),
                argumentSet(
                        "a quote",
                        Okx.message(
                                "bbo-tbt",
                                "{\"asks\":[[\"20386.8\",\"7\",\"0\",\"2\"]],\"bids\":[[\"20386.7\",\"50\",\"0\",\"5\"]],"
                                        + "\"ts\":\"9\",\"seqId\":44}"),
                        "{\"e\":\"bookTicker\",\"s\":\"BTCUSDT\",\"u\":44,\"T\":9,\"E\":9,\"b\":\"20386.70\",\"B\":\"0.500\","
                                + "\"a\":\"20386.80\",\"A\":\"0.070\"}"),
                argumentSet(
                        "a quote without a bid",
                        Okx.message(
                                "bbo-tbt", "{\"asks\":[[\"20386.8\",\"7\"]],\"bids\":[],\"ts\":\"9\",\"seqId\":44}"),
                        "{\"e\":\"bookTicker\",\"s\":\"BTCUSDT\",\"u\":44,\"T\":9,\"E\":9,\"b\":\"0.00\",\"B\":\"0.000\","
                                + "\"a\":\"20386.80\",\"A\":\"0.070\"}"),
                argumentSet(
                        "a mark price",
                        Okx.message("mark-price", "{\"markPx\":\"77760.9\",\"ts\":\"9\"}"),
                        "{\"e\":\"markPriceUpdate\",\"s\":\"BTCUSDT\",\"E\":9,\"p\":\"77760.90000000\"}"),
                argumentSet(
                        "a long liquidated",
                        "{\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"},\"data\":[{\"details\":[{\"bkPx\":"
                                + "\"82655.7\",\"posSide\":\"long\",\"side\":\"sell\",\"sz\":\"8.55\",\"ts\":\"4\"}],"
                                + "\"instId\":\"BTC-USDT-SWAP\"}]}",
                        "{\"e\":\"forceOrder\",\"o\":{\"s\":\"BTCUSDT\",\"S\":\"SELL\",\"p\":\"82655.70\",\"ap\":\"0\","
                                + "\"q\":\"0.0855\",\"z\":\"0.0855\",\"T\":4}}"),
                argumentSet(
                        "a short liquidated",
                        "{\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"},\"data\":[{\"details\":[{\"bkPx\":"
                                + "\"82655.7\",\"posSide\":\"short\",\"side\":\"buy\",\"sz\":\"8.55\",\"ts\":\"4\"}],"
                                + "\"instId\":\"BTC-USDT-SWAP\"}]}",
                        "{\"e\":\"forceOrder\",\"o\":{\"s\":\"BTCUSDT\",\"S\":\"BUY\",\"p\":\"82655.70\",\"ap\":\"0\","
                                + "\"q\":\"0.0855\",\"z\":\"0.0855\",\"T\":4}}"),
                argumentSet(
                        "open interest",
                        Okx.message("open-interest", "{\"oi\":\"1065950.9\",\"oiCcy\":\"10659.509\",\"ts\":\"7\"}"),
                        "{\"openInterest\":\"10659.509\",\"symbol\":\"BTCUSDT\",\"time\":7}"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void meansTheSame(String okx, String binance) throws FrameRefusedException {
        ExchangeAdapter adapter = new BinanceProvider()
                .create(
                        List.of(new Instrument(0, "binance", 0, "BTCUSDT", TOKEN)),
                        Settings.of("venues.binance", Map.of()));
        List<CanonicalEvent> expected = Okx.decode(adapter, Okx.bytes(binance));
        assertThat(expected).hasSize(1).noneMatch(event -> event.kind() == null);
        assertThat(Okx.decode(okx)).isEqualTo(expected);
    }
}
