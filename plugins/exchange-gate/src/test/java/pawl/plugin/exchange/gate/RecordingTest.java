package pawl.plugin.exchange.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.testkit.CanonicalEvent;
import tools.jackson.databind.JsonNode;

/** Every frame that a socket received on 2023-05-24, and each of the examples of 2021 to 2023. */
class RecordingTest {
    private static final String RECORDING = "recordings/cryptofeed_20230524.jsonl.gz";
    private static final List<String> SYMBOLS = List.of("DIA_USDT", "LIT_USDT", "PHB_USDT", "RDNT_USDT", "WOO_USDT");

    private static Map<String, Integer> counts(ExchangeAdapter adapter, List<String> frames)
            throws FrameRefusedException {
        Map<String, Integer> counts = new TreeMap<>();
        for (String frame : frames) {
            for (CanonicalEvent event : Gate.decode(adapter, Gate.bytes(frame))) {
                counts.merge(event.toString().replaceAll("\\[(?!reason).*", ""), 1, Integer::sum);
            }
        }
        return counts;
    }

    @Test
    void countsEveryFrame() throws IOException, FrameRefusedException {
        assertThat(counts(Gate.adapter(Gate.fine(SYMBOLS)), SharedData.received(RECORDING)))
                .isEqualTo(Map.of(
                        "BookTicker", 75,
                        "Ignored[reason=ack]", 22,
                        "Ignored[reason=futures.candlesticks]", 1,
                        "Ignored[reason=futures.order_book_update]", 352));
    }

    @Test
    void quotesAreThoseOfTheText() throws IOException, FrameRefusedException {
        ExchangeAdapter adapter = Gate.adapter(Gate.fine(SYMBOLS));
        long lastUpdateId = 0;
        int compared = 0;
        for (String frame : SharedData.received(RECORDING)) {
            for (CanonicalEvent event : Gate.decode(adapter, Gate.bytes(frame))) {
                if (event instanceof CanonicalEvent.BookTicker quote) {
                    JsonNode row = SharedData.JSON.readTree(frame).get("result");
                    assertThat(quote).isEqualTo(quote(row));
                    if (SYMBOLS.get(quote.instrument()).equals("WOO_USDT")) {
                        assertThat(quote.updateId()).isGreaterThan(lastUpdateId);
                        lastUpdateId = quote.updateId();
                    }
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(75);
    }

    private static CanonicalEvent quote(JsonNode row) {
        return new CanonicalEvent.BookTicker(
                SYMBOLS.indexOf(row.get("s").stringValue()),
                row.get("t").longValue(),
                row.get("u").longValue(),
                mantissa(row.get("b").stringValue()),
                mantissa(row.get("B").toString()),
                mantissa(row.get("a").stringValue()),
                mantissa(row.get("A").toString()),
                0);
    }

    private static long mantissa(String text) {
        return new BigDecimal(text).movePointRight(8).longValueExact();
    }

    @Test
    void examplesOf2021To2023() throws IOException, FrameRefusedException {
        ExchangeAdapter adapter = Gate.adapter(Gate.fine(List.of(
                "BTC_USD_20220603",
                "BTC_USDT_20210326",
                "BTC_USD",
                "BTC_USDT",
                "MOB_USDT",
                "BTC_USD_20220624",
                "BTC_USDT_20220624")));
        assertThat(counts(adapter, SharedData.lines("examples/crypto-msg-parser.jsonl")))
                .isEqualTo(Map.of(
                        "Trade", 6,
                        "BookTicker", 2,
                        "MarkPrice", 4,
                        "OpenInterest", 4,
                        "Funding", 2,
                        "Ignored[reason=futures.order_book]", 5,
                        "Ignored[reason=futures.order_book_update]", 2,
                        "Ignored[reason=restBody]", 2));
    }

    @Test
    void examplesOfTheDocumentation() throws IOException, FrameRefusedException {
        assertThat(counts(
                        Gate.adapter(Gate.fine(List.of("BTC_USD"))),
                        SharedData.lines("examples/gocryptotrader_documentation_examples.jsonl")))
                .isEqualTo(Map.of(
                        "Trade", 1,
                        "BookTicker", 1,
                        "MarkPrice", 1,
                        "OpenInterest", 1,
                        "Funding", 1,
                        // The private channel of one's own liquidations.
                        "Ignored[reason=futures.liquidates]", 1));
    }
}
