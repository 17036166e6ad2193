package pawl.plugin.exchange.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pawl.api.event.EventFlag;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.testkit.CanonicalEvent;
import pawl.testkit.CanonicalEvent.Ignored;
import pawl.testkit.CanonicalEvent.Trade;
import tools.jackson.databind.JsonNode;

/** Every frame that a socket received on 2025-01-26 means what Jackson and BigDecimal read in it. */
class RecordingTest {
    private static final String RECORDING = "recordings/btcusd_20250126.gz";

    private final ExchangeAdapter adapter = Hyperliquid.adapter(Hyperliquid.instruments("BTC", "kPEPE"));

    @Test
    void decodesEveryFrame() throws IOException, FrameRefusedException {
        int books = 0;
        int trades = 0;
        for (String frame : SharedData.stampedFrames(RECORDING)) {
            JsonNode message = SharedData.JSON.readTree(frame);
            List<CanonicalEvent> events = Hyperliquid.decode(adapter, frame);
            if (message.get("channel").stringValue().equals("l2Book")) {
                assertThat(events).containsExactly(new Ignored("l2Book"));
                books++;
            } else {
                List<CanonicalEvent> expected = new ArrayList<>();
                for (JsonNode row : message.get("data")) {
                    expected.add(trade(row));
                }
                assertThat(events).isEqualTo(expected);
                trades++;
            }
        }
        assertThat(books).isEqualTo(46);
        assertThat(trades).isEqualTo(9);
    }

    private static Trade trade(JsonNode row) {
        long id = row.get("tid").longValue();
        return new Trade(
                0,
                row.get("time").longValue(),
                id,
                id,
                0,
                mantissa(row.get("px"), 1),
                mantissa(row.get("sz"), 5),
                EventFlag.UNORDERED_ID | (row.get("side").stringValue().equals("A") ? EventFlag.TAKER_SOLD : 0));
    }

    private static long mantissa(JsonNode number, int decimals) {
        return new BigDecimal(number.stringValue()).movePointRight(decimals).longValueExact();
    }

    /** Contexts have no time, and one of the two examples is a quote whose ask was cut out. */
    @Test
    void takesNothingIncompleteForAnEvent() throws IOException, FrameRefusedException {
        assertThat(Hyperliquid.decode(
                        adapter, SharedData.lines("examples/tardis-node.jsonl").getFirst()))
                .containsExactly(new Ignored("activeAssetCtx"));
        assertThat(Hyperliquid.decode(
                        adapter, String.join("\n", SharedData.lines("examples/nautilus_ws_all_dexs_asset_ctxs.json"))))
                .containsExactly(new Ignored("allDexsAssetCtxs"));
        String cut = SharedData.lines("examples/tardis-node.jsonl").getLast();
        assertThat(refusal(cut)).endsWith("a bid and an ask, of which either may be null, is expected");
        assertThat(refusal(cut.replace("\"n\":17}]", "\"n\":17},{}]"))).isEqualTo("bbo ask: there is no field \"px\"");
        assertThat(refusal(cut.replace("\"n\":17}]", "\"n\":17},7]")))
                .isEqualTo("bbo: item 1 is \"7\"; an object is expected");
    }

    private String refusal(String frame) {
        try {
            return "gave " + Hyperliquid.decode(adapter, frame);
        } catch (FrameRefusedException refusal) {
            return refusal.getMessage();
        }
    }
}
