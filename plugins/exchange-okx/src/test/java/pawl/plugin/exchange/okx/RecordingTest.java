package pawl.plugin.exchange.okx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import pawl.api.event.EventFlag;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Instrument;
import pawl.testkit.CanonicalEvent;
import tools.jackson.databind.JsonNode;

/** Every frame that a socket received on 2022-05-13 means what Jackson and BigDecimal read in it. */
class RecordingTest {
    private static final String RECORDING = "recordings/cryptofeed_20220513.jsonl.gz";
    /** A future of 100 USD and a swap of 1 UNI have the sizes here that make their arithmetic visible; the third is spot. */
    private static final List<Instrument> INSTRUMENTS = List.of(
            Okx.instrument(0, "BTC-USD-220527", -1, -2, "100"),
            Okx.instrument(1, "UNI-USD-SWAP", -3, -4, "0.25"),
            Okx.instrument(2, "BTC-USDT", -1, -8, "1"));

    private static final List<String> SYMBOLS =
            INSTRUMENTS.stream().map(Instrument::symbol).toList();
    private static final List<BigDecimal> SIZES = List.of(new BigDecimal(100), new BigDecimal("0.25"), BigDecimal.ONE);

    private final ExchangeAdapter adapter = Okx.adapter(INSTRUMENTS);

    @Test
    void countsEveryFrame() throws IOException, FrameRefusedException {
        Map<String, Integer> counts = new TreeMap<>();
        for (String frame : SharedData.received(RECORDING)) {
            for (CanonicalEvent event : Okx.decode(adapter, Okx.bytes(frame))) {
                String name = event instanceof CanonicalEvent.Ignored ignored
                        ? "ignored " + ignored.reason()
                        : event.getClass().getSimpleName();
                counts.merge(name, 1, Integer::sum);
            }
        }
        assertThat(counts)
                .isEqualTo(Map.of("Trade", 74, "BookTicker", 28, "ignored books", 290, "ignored ack", 9 + 6 + 3));
    }

    @Test
    void tradesHaveContiguousIds() throws IOException, FrameRefusedException {
        Map<Integer, List<Long>> ids = new HashMap<>();
        for (String frame : SharedData.received(RECORDING)) {
            for (CanonicalEvent event : Okx.decode(adapter, Okx.bytes(frame))) {
                if (event instanceof CanonicalEvent.Trade trade) {
                    assertThat(trade.firstTradeId()).isEqualTo(trade.lastTradeId());
                    ids.computeIfAbsent(trade.instrument(), _ -> new ArrayList<>())
                            .add(trade.lastTradeId());
                }
            }
        }
        assertThat(ids).hasSize(3);
        for (List<Long> each : ids.values()) {
            assertThat(each.getLast() - each.getFirst()).isEqualTo(each.size() - 1);
            assertThat(each).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void numbersAreThoseOfTheText() throws IOException, FrameRefusedException {
        int compared = 0;
        for (String frame : SharedData.received(RECORDING)) {
            List<CanonicalEvent> events = Okx.decode(adapter, Okx.bytes(frame));
            JsonNode rows = SharedData.JSON.readTree(frame).path("data");
            for (int row = 0; row < events.size() && !rows.isMissingNode(); row++) {
                switch (events.get(row)) {
                    case CanonicalEvent.Trade trade -> assertThat(trade).isEqualTo(trade(rows.get(row)));
                    case CanonicalEvent.BookTicker quote -> assertThat(quote).isEqualTo(quote(rows.get(row)));
                    default -> {
                        continue;
                    }
                }
                compared++;
            }
        }
        assertThat(compared).isEqualTo(74 + 28);
    }

    private static CanonicalEvent trade(JsonNode row) {
        int instrument = SYMBOLS.indexOf(row.get("instId").stringValue());
        long id = Long.parseLong(row.get("tradeId").stringValue());
        return new CanonicalEvent.Trade(
                instrument,
                Long.parseLong(row.get("ts").stringValue()),
                id,
                id,
                0,
                price(instrument, row, "px"),
                quantity(instrument, row, "sz"),
                row.get("side").stringValue().equals("sell") ? EventFlag.TAKER_SOLD : 0);
    }

    private static CanonicalEvent quote(JsonNode row) {
        int instrument = SYMBOLS.indexOf(row.get("instId").stringValue());
        long time = Long.parseLong(row.get("ts").stringValue());
        return new CanonicalEvent.BookTicker(
                instrument,
                time,
                time,
                price(instrument, row, "bidPx"),
                quantity(instrument, row, "bidSz"),
                price(instrument, row, "askPx"),
                quantity(instrument, row, "askSz"),
                0);
    }

    private static long price(int instrument, JsonNode row, String field) {
        return new BigDecimal(row.get(field).stringValue())
                .movePointRight(-INSTRUMENTS.get(instrument).token().priceExponent())
                .longValueExact();
    }

    private static long quantity(int instrument, JsonNode row, String field) {
        return new BigDecimal(row.get(field).stringValue())
                .multiply(SIZES.get(instrument))
                .movePointRight(-INSTRUMENTS.get(instrument).token().quantityExponent())
                .longValueExact();
    }

    @Test
    void examplesOf2021To2023() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (String frame : SharedData.lines("examples/crypto-msg-parser.jsonl")) {
            TreeSet<String> symbols =
                    new TreeSet<>(SharedData.JSON.readTree(frame).findValuesAsString("instId"));
            ExchangeAdapter all = Okx.adapter(Okx.fine(List.copyOf(symbols)));
            try {
                for (CanonicalEvent event : Okx.decode(all, Okx.bytes(frame))) {
                    counts.merge(event.toString().replaceAll("\\[(?!reason).*", ""), 1, Integer::sum);
                }
            } catch (FrameRefusedException refusal) {
                counts.merge(refusal.reason().name(), 1, Integer::sum);
            }
        }
        assertThat(counts)
                .isEqualTo(Map.of(
                        "Trade", 4,
                        "BookTicker", 4 + 4,
                        "OpenInterest", 2 + 1 + 2 + 2 + 2,
                        // Fundings of that time did not say when they were estimated.
                        "MISSING_FIELD", 2,
                        "Ignored[reason=books-l2-tbt]", 2,
                        "Ignored[reason=books5]", 4));
    }
}
