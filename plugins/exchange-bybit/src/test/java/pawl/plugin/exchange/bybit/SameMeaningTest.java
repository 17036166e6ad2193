package pawl.plugin.exchange.bybit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.event.EventFlag;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.plugin.Settings;
import pawl.plugin.exchange.binance.BinanceProvider;
import pawl.testkit.CanonicalEvent;
import pawl.testkit.CanonicalEvent.Liquidation;
import pawl.testkit.CanonicalEvent.Trade;

/** What happened in both markets alike is the same event, whatever each venue calls it; only what one does not say is left out. */
class SameMeaningTest {
    private static final String UUID = "a9188a0a-82bc-50de-be60-03eedbe3cdd7";

    static Stream<Arguments> pairs() {
        return Stream.of(
                argumentSet(
                        "the taker sold",
                        "{\"topic\":\"publicTrade.BTCUSDT\",\"type\":\"snapshot\",\"ts\":9,\"data\":[{\"T\":5,\"s\":\"BTCUSDT\","
                                + "\"S\":\"Sell\",\"v\":\"0.004\",\"p\":\"65114.20\",\"i\":\"" + UUID
                                + "\",\"BT\":false}]}",
                        "{\"e\":\"trade\",\"E\":9,\"T\":5,\"s\":\"BTCUSDT\",\"t\":7,\"p\":\"65114.2\",\"q\":\"0.004\",\"m\":true}"),
                argumentSet(
                        "the taker bought",
                        "{\"topic\":\"publicTrade.BTCUSDT\",\"type\":\"snapshot\",\"ts\":9,\"data\":[{\"T\":5,\"s\":\"BTCUSDT\","
                                + "\"S\":\"Buy\",\"v\":\"0.004\",\"p\":\"65114.20\",\"i\":\"" + UUID + "\"}]}",
                        "{\"e\":\"trade\",\"E\":9,\"T\":5,\"s\":\"BTCUSDT\",\"t\":7,\"p\":\"65114.2\",\"q\":\"0.004\",\"m\":false}"),
                argumentSet(
                        "a quote",
                        "{\"topic\":\"orderbook.1.BTCUSDT\",\"type\":\"snapshot\",\"ts\":9,\"data\":{\"s\":\"BTCUSDT\","
                                + "\"b\":[[\"1.5\",\"2\"]],\"a\":[[\"1.6\",\"3\"]],\"u\":4,\"seq\":8},\"cts\":5}",
                        "{\"e\":\"bookTicker\",\"u\":4,\"s\":\"BTCUSDT\",\"b\":\"1.50\",\"B\":\"2\",\"a\":\"1.60\",\"A\":\"3\",\"T\":5,\"E\":9}"),
                argumentSet(
                        "a mark price with its index",
                        Bybit.ticker(",\"markPrice\":\"65117.44\",\"indexPrice\":\"65137.76\""),
                        "{\"e\":\"markPriceUpdate\",\"E\":1791091006483,\"s\":\"BTCUSDT\",\"p\":\"65117.44000000\","
                                + "\"i\":\"65137.76000000\",\"r\":\"\",\"T\":0}"),
                argumentSet(
                        "open interest of one side",
                        "{\"retCode\":0,\"result\":{\"symbol\":\"BTCUSDT\",\"category\":\"linear\",\"list\":"
                                + "[{\"openInterest\":\"21.000\",\"timestamp\":\"5\"}]},\"time\":9}",
                        "{\"openInterest\":\"10.500\",\"symbol\":\"BTCUSDT\",\"time\":5}"),
                argumentSet(
                        "a long was liquidated",
                        "{\"topic\":\"allLiquidation.BTCUSDT\",\"type\":\"snapshot\",\"ts\":9,\"data\":[{\"T\":5,\"s\":\"BTCUSDT\","
                                + "\"S\":\"Buy\",\"v\":\"0.006\",\"p\":\"82396.90\"}]}",
                        "{\"e\":\"forceOrder\",\"E\":9,\"o\":{\"s\":\"BTCUSDT\",\"S\":\"SELL\",\"q\":\"0.006\",\"p\":\"82396.90\","
                                + "\"ap\":\"0\",\"z\":\"0.006\",\"T\":5}}"),
                argumentSet(
                        "a short was liquidated",
                        "{\"topic\":\"allLiquidation.BTCUSDT\",\"type\":\"snapshot\",\"ts\":9,\"data\":[{\"T\":5,\"s\":\"BTCUSDT\","
                                + "\"S\":\"Sell\",\"v\":\"0.006\",\"p\":\"82396.90\"}]}",
                        "{\"e\":\"forceOrder\",\"E\":9,\"o\":{\"s\":\"BTCUSDT\",\"S\":\"BUY\",\"q\":\"0.006\",\"p\":\"82396.90\","
                                + "\"ap\":\"0\",\"z\":\"0.006\",\"T\":5}}"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void meansTheSame(String bybit, String binance) throws FrameRefusedException {
        ExchangeAdapter other =
                new BinanceProvider().create(Bybit.instruments("BTCUSDT", "ETHUSDT"), Settings.of("x", Map.of()));
        List<CanonicalEvent> ours = Bybit.decode(bybit);
        assertThat(ours).hasSize(1);
        assertThat(common(ours.getFirst()))
                .isEqualTo(common(Bybit.decode(other, binance).getFirst()));
    }

    /** Without how a venue names its trades, and without that Binance publishes a sample of its liquidations only. */
    private static CanonicalEvent common(CanonicalEvent event) {
        return switch (event) {
            case Trade trade ->
                new Trade(
                        trade.instrument(),
                        trade.exchangeTimeMs(),
                        0,
                        0,
                        0,
                        trade.priceMantissa(),
                        trade.quantityMantissa(),
                        trade.flags() & ~EventFlag.UNORDERED_ID);
            case Liquidation liquidation ->
                new Liquidation(
                        liquidation.instrument(),
                        liquidation.exchangeTimeMs(),
                        liquidation.averagePriceMantissa(),
                        liquidation.filledQuantityMantissa(),
                        liquidation.orderPriceMantissa(),
                        liquidation.orderQuantityMantissa(),
                        liquidation.flags() & ~EventFlag.SAMPLED);
            default -> event;
        };
    }
}
