package pawl.plugin.exchange.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import pawl.api.event.EventFlag;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.testkit.CanonicalEvent;
import pawl.testkit.CanonicalEvent.Liquidation;
import pawl.testkit.CanonicalEvent.MarkPrice;
import pawl.testkit.CanonicalEvent.OpenInterest;
import pawl.testkit.CanonicalEvent.Trade;
import tools.jackson.databind.JsonNode;

/** Every frame of the recordings means what Jackson and BigDecimal read in it. */
class RecordingTest {
    private static final String RECORDING = "recordings/cryptofeed_v5_linear_BTC_ETH_20260809.jsonl.gz";
    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT");

    private final ExchangeAdapter adapter = Bybit.adapter(Bybit.instruments("BTCUSDT", "ETHUSDT"));

    private static Map<String, Integer> counts(List<CanonicalEvent> events) {
        Map<String, Integer> counts = new TreeMap<>();
        for (CanonicalEvent event : events) {
            String name = event instanceof CanonicalEvent.Ignored ignored
                    ? "ignored " + ignored.reason()
                    : event.getClass().getSimpleName();
            counts.merge(name, 1, Integer::sum);
        }
        return counts;
    }

    private List<CanonicalEvent> decodeAll(List<String> frames) throws FrameRefusedException {
        List<CanonicalEvent> events = new ArrayList<>();
        for (String frame : frames) {
            events.addAll(Bybit.decode(adapter, frame));
        }
        return events;
    }

    @Test
    void countsEveryFrame() throws IOException, FrameRefusedException {
        assertThat(counts(decodeAll(SharedData.received(RECORDING))))
                .isEqualTo(Map.of(
                        "Trade",
                        56 + 23,
                        "MarkPrice",
                        52,
                        "Funding",
                        3,
                        "OpenInterest",
                        10,
                        "ignored tickers",
                        316 + 24,
                        "ignored orderbook.200",
                        421 + 414,
                        "ignored kline.1",
                        22 + 12,
                        "ignored ack",
                        17));
    }

    @Test
    void tradesAreThoseOfTheFrames() throws IOException, FrameRefusedException {
        TreeSet<Long> ids = new TreeSet<>();
        int count = 0;
        for (String frame : SharedData.received(RECORDING)) {
            JsonNode message = SharedData.JSON.readTree(frame);
            if (message.path("topic").asString("").startsWith("publicTrade.")) {
                List<CanonicalEvent> expected = new ArrayList<>();
                for (JsonNode row : message.get("data")) {
                    expected.add(trade(row));
                    ids.add(((Trade) expected.getLast()).lastTradeId());
                }
                count += expected.size();
                assertThat(Bybit.decode(adapter, frame)).isEqualTo(expected);
            }
        }
        assertThat(ids).hasSize(count);
    }

    private static Trade trade(JsonNode row) {
        long id = BybitTranscripts.id(row.get("i").stringValue());
        return new Trade(
                SYMBOLS.indexOf(row.get("s").stringValue()),
                row.get("T").longValue(),
                id,
                id,
                0,
                mantissa(row.get("p"), 2),
                mantissa(row.get("v"), 3),
                EventFlag.UNORDERED_ID | (row.get("S").stringValue().equals("Sell") ? EventFlag.TAKER_SOLD : 0));
    }

    private static long mantissa(JsonNode number, int decimals) {
        return new BigDecimal(number.stringValue()).movePointRight(decimals).longValueExact();
    }

    @Test
    void tickersAreThoseOfTheFrames() throws IOException, FrameRefusedException {
        int marks = 0;
        for (String frame : SharedData.received(RECORDING)) {
            JsonNode data = SharedData.JSON.readTree(frame).path("data");
            for (CanonicalEvent event : Bybit.decode(adapter, frame)) {
                if (event instanceof MarkPrice mark) {
                    marks++;
                    assertThat(mark.markPriceMantissa()).isEqualTo(mantissa(data.get("markPrice"), 8));
                    boolean hasIndex = data.has("indexPrice");
                    assertThat(EventFlag.has(mark.flags(), EventFlag.WITH_INDEX))
                            .isEqualTo(hasIndex);
                    assertThat(mark.indexPriceMantissa()).isEqualTo(hasIndex ? mantissa(data.get("indexPrice"), 8) : 0);
                } else if (event instanceof OpenInterest interest) {
                    assertThat(interest.openInterestMantissa()).isEqualTo(mantissa(data.get("singleOpenInterest"), 3));
                }
            }
        }
        assertThat(marks).isEqualTo(52);
    }

    @Test
    void decodesTheExamplesOf2026() throws IOException, FrameRefusedException {
        assertThat(counts(decodeAll(SharedData.lines("examples/live_2026-10-04.jsonl"))))
                .isEqualTo(Map.of("Unconfigured", 1, "ignored tickers", 2));
        assertThat(decodeAll(SharedData.lines("examples/live_2026-10-09.jsonl")))
                .hasSize(2)
                .allMatch(event -> event instanceof Liquidation liquidation
                        && EventFlag.has(liquidation.flags(), EventFlag.LONG_LIQUIDATED));
        assertThat(counts(decodeAll(SharedData.lines("rest/ai-rates_tickers.json"))))
                .isEqualTo(Map.of("MarkPrice", 1, "Funding", 1, "OpenInterest", 1, "Unconfigured", 1));
    }

    /** A dated contract has no funding. */
    @Test
    void decodesADatedContract() throws IOException, FrameRefusedException {
        ExchangeAdapter dated = Bybit.adapter(Bybit.instruments("BTCUSDT-18SEP26"));
        assertThat(counts(Bybit.decode(
                        dated, SharedData.lines("rest/ai-rates_tickers.json").getFirst())))
                .isEqualTo(Map.of("MarkPrice", 1, "OpenInterest", 1, "Unconfigured", 1));
    }

    /** The protocol before version 5: its topics have no use, its REST bodies are refused. */
    @Test
    void takesNothingOfTheOldProtocolForAnEvent() throws IOException {
        int refused = 0;
        for (String frame : SharedData.lines("examples/crypto-msg-parser.jsonl")) {
            try {
                assertThat(Bybit.decode(adapter, frame)).hasOnlyElementsOfType(CanonicalEvent.Ignored.class);
            } catch (FrameRefusedException refusal) {
                refused++;
                assertThat(refusal.reason()).isEqualTo(FrameRefusedException.Reason.MISSING_FIELD);
            }
        }
        assertThat(refused).isEqualTo(3);
    }
}
