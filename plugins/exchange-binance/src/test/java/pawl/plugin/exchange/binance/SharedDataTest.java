package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.event.EventFlag;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.testkit.CanonicalEvent;
import pawl.testkit.RecordingSink;

/** Every frame of the recordings is decoded or ignored for a reason; the counts are those their provenance states. */
class SharedDataTest {
    /** Decodes frames with an instrument for every symbol that the surveyor finds in them. */
    private static RecordingSink decodeAll(List<byte[]> frames) throws FrameRefusedException {
        TreeSet<String> symbols = new TreeSet<>();
        InstrumentSurveyor surveyor = new BinanceProvider().surveyor();
        for (byte[] frame : frames) {
            surveyor.survey(frame, 0, frame.length, (symbol, _, _) -> symbols.add(symbol));
        }
        ExchangeAdapter adapter =
                Venue.adapter(Venue.FINE_PRICE_EXPONENT, Venue.FINE_QUANTITY_EXPONENT, List.copyOf(symbols));
        RecordingSink sink = new RecordingSink();
        for (byte[] frame : frames) {
            adapter.decode(frame, 0, frame.length, sink);
        }
        return sink;
    }

    static Stream<Arguments> recordings() {
        return Stream.of(
                Arguments.of(
                        "btcusdt_20230405.dat.gz",
                        Map.of("Trade", 10738, "BookTicker", 37440, "MarkPrice", 415, "ignored depthUpdate", 11788)),
                Arguments.of(
                        "btcusdt_20240718.gz",
                        Map.of(
                                "Trade",
                                974,
                                "BookTicker",
                                7113,
                                "ignored depthUpdate",
                                3326,
                                "ignored depthSnapshot",
                                1)),
                Arguments.of(
                        "ethusdt_20240718.gz",
                        Map.of(
                                "Trade",
                                1640,
                                "BookTicker",
                                9089,
                                "ignored depthUpdate",
                                3273,
                                "ignored depthSnapshot",
                                1)),
                Arguments.of(
                        "btcusdt_20240719.gz", Map.of("Trade", 9727, "BookTicker", 45147, "ignored depthUpdate", 5696)),
                Arguments.of(
                        "ethusdt_20240719.gz",
                        Map.of("Trade", 12015, "BookTicker", 38239, "ignored depthUpdate", 5656)));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void decodesRecordings(String name, Map<String, Integer> counts) throws IOException, FrameRefusedException {
        RecordingSink sink = decodeAll(SharedData.stampedFrames("recordings/" + name));
        assertThat(Venue.counts(sink)).isEqualTo(counts);
    }

    @Test
    void marksTheOneOffBookTrade() throws IOException, FrameRefusedException {
        RecordingSink sink = decodeAll(SharedData.stampedFrames("recordings/btcusdt_20230405.dat.gz"));
        assertThat(sink.events().stream()
                        .filter(call -> call instanceof CanonicalEvent.Trade trade
                                && EventFlag.has(trade.flags(), EventFlag.OFF_BOOK)))
                .singleElement()
                .extracting(call -> ((CanonicalEvent.Trade) call).lastTradeId())
                .isEqualTo(3535191080L);
    }

    @Test
    void decodesTheThinAltsOf2021() throws IOException, FrameRefusedException {
        RecordingSink sink = decodeAll(SharedData.field("recordings/cryptofeed_20210722.jsonl.gz", "data"));
        assertThat(Venue.counts(sink))
                .isEqualTo(Map.of(
                        "Trade", 40 + 38 + 8 + 5,
                        "BookTicker", 305 + 145 + 88 + 75,
                        "ignored depthUpdate", 255 + 189 + 185 + 135,
                        "ignored kline", 32 + 22 + 8 + 5,
                        "ignored exchangeInfo", 1,
                        "ignored depthSnapshot", 4));
    }

    @ParameterizedTest
    @CsvSource({
        "paulius_202501-02, 3510, 2332",
        "bands_20240817, 456, 156",
        "bands_20240818, 385, 95",
        "alejandro_20240620a, 162, 43",
        "alejandro_20240620b, 101, 14",
    })
    void decodesLiquidations(String name, int orders, int sales) throws IOException, FrameRefusedException {
        RecordingSink sink = decodeAll(SharedData.lines("liquidations/forceOrder_" + name + ".reassembled.jsonl.gz"));
        assertThat(Venue.counts(sink)).isEqualTo(Map.of("Liquidation", orders));
        assertThat(sink.events().stream()
                        .filter(call ->
                                EventFlag.has(((CanonicalEvent.Liquidation) call).flags(), EventFlag.LONG_LIQUIDATED)))
                .hasSize(sales);
    }

    static Stream<Arguments> examples() {
        return Stream.of(
                argumentSet(
                        "2021 to 2023",
                        "examples/crypto-msg-parser.jsonl",
                        Map.of(
                                "Trade", 2,
                                "MarkPrice", 3,
                                "BookTicker", 2,
                                "OpenInterest", 2,
                                "ignored depthUpdate", 4,
                                "ignored 24hrTicker", 4)),
                argumentSet("2026-10-04", "examples/live_2026-10-04.jsonl", Map.of("Liquidation", 2, "BookTicker", 1)),
                argumentSet("2026-10-09", "examples/live_2026-10-09.jsonl", Map.of("Liquidation", 1)),
                argumentSet(
                        "testnet 2026",
                        "examples/live_testnet_2026-07-26.jsonl",
                        Map.of(
                                "ignored depthUpdate",
                                1,
                                "Trade",
                                2,
                                "BookTicker",
                                1,
                                "MarkPrice",
                                1,
                                "ignored kline",
                                1)),
                argumentSet(
                        "documentation",
                        "examples/nautilus_documentation_examples.jsonl",
                        Map.of("Trade", 2, "BookTicker", 1, "Liquidation", 1, "MarkPrice", 1)),
                argumentSet("funding info", "rest/ai-rates_fundingInfo.json", Map.of("ignored fundingInfo", 1)),
                argumentSet("premium index", "rest/ai-rates_premiumIndex.json", Map.of("MarkPrice", 3, "Funding", 3)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void decodesExamples(String name, Map<String, Integer> counts) throws IOException, FrameRefusedException {
        assertThat(Venue.counts(decodeAll(SharedData.lines(name)))).isEqualTo(counts);
    }

    @Test
    void decodesPolls() throws IOException, FrameRefusedException {
        assertThat(Venue.counts(decodeAll(SharedData.field("rest/gocryptotrader_polls.jsonl", "body"))))
                .isEqualTo(Map.of(
                        "OpenInterest", 1,
                        "MarkPrice", 1 + 5,
                        "Funding", 1 + 5 + 1 + 100 + 1 + 6 + 1 + 1,
                        "ignored null", 3,
                        "ignored fundingInfo", 1,
                        "ignored restBookTicker", 2,
                        "ignored restAggTrades", 3,
                        "ignored restTrades", 2));
        assertThat(Venue.counts(decodeAll(SharedData.field("rest/gocryptotrader_openInterestHist.jsonl", "body"))))
                .isEqualTo(Map.of("ignored openInterestHist", 5));
    }
}
