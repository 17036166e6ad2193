package pawl.plugin.exchange.okx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.api.event.EventFlag;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FeedProtocol.Repair;
import pawl.api.exchange.FrameRefusedException;
import pawl.testkit.CanonicalEvent;
import pawl.testkit.CanonicalEvent.Funding;
import pawl.testkit.CanonicalEvent.Ignored;
import pawl.testkit.CanonicalEvent.MarkPrice;
import pawl.testkit.CanonicalEvent.OpenInterest;
import pawl.testkit.CanonicalEvent.Trade;
import pawl.testkit.CanonicalEvent.Unconfigured;

/** Bodies of the venue's REST resources. */
class RestTest {
    /** CHIP of 100, whose open interest in base units is given, is as in the body of 2026-09. */
    private static final ExchangeAdapter ADAPTER = Okx.adapter(
            List.of(Okx.instrument(0, Okx.BTC, -1, -8, "0.01"), Okx.instrument(1, "CHIP-USDT-SWAP", -5, 0, "100")));

    private static List<CanonicalEvent> decode(String frame) throws FrameRefusedException {
        return Okx.decode(ADAPTER, Okx.bytes(frame));
    }

    @Test
    void openInterestOf2026() throws IOException, FrameRefusedException {
        assertThat(decode(SharedData.lines("rest/ai-rates_open-interest.json").getFirst()))
                .containsExactly(
                        // 27600.2194000001204: the dust is rounded away.
                        new OpenInterest(0, 1789147120395L, 2_760_021_940_000L, EventFlag.ROUNDED),
                        new Unconfigured("ETH-USDT-SWAP"),
                        new OpenInterest(1, 1789147120395L, 61_981_400, 0),
                        new Unconfigured("BTC-USD-SWAP"));
    }

    @Test
    void markPricesOf2026() throws IOException, FrameRefusedException {
        assertThat(decode(SharedData.lines("rest/ai-rates_mark-price.json").getFirst()))
                .containsExactly(
                        new MarkPrice(0, 1789147120391L, 7_776_090_000_000L, 0, 0, 0, 0),
                        new Unconfigured("ETH-USDT-SWAP"),
                        new MarkPrice(1, 1789147120391L, 4_798_000, 0, 0, 0, 0),
                        new Unconfigured("BTC-USD-SWAP"));
    }

    @Test
    void fundings() throws FrameRefusedException {
        String estimate = "{\"code\":\"0\",\"data\":[{\"fundingRate\":\"0.0000182221218054\",\"fundingTime\":"
                + "\"1743609600000\",\"instId\":\"BTC-USDT-SWAP\",\"nextFundingTime\":\"1743638400000\",\"settFundingRate\":"
                + "\"0.0000145824401745\",\"ts\":\"1743588686291\"}],\"msg\":\"\"}";
        assertThat(decode(estimate))
                .containsExactly(new Funding(0, 1743588686291L, 18_222_122, 1743609600000L, 480, EventFlag.ROUNDED));
        String history =
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"fundingRate\":\"0.0000746604960499\",\"fundingTime\":"
                        + "\"1703059200000\",\"instId\":\"BTC-USDT-SWAP\",\"instType\":\"SWAP\",\"method\":\"next_period\","
                        + "\"realizedRate\":\"0.0000746572360545\"}]}";
        assertThat(decode(history))
                .containsExactly(new Funding(
                        0, 1703059200000L, 74_657_236, 1703059200000L, 480, EventFlag.ROUNDED | EventFlag.SETTLED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\":\"0\",\"data\":[],\"msg\":\"\"} | empty",
                "{\"code\":\"0\",\"data\":[{\"instId\":\"BTC-USDT-SWAP\",\"tradeId\":\"1\",\"px\":\"2\"}]} | restTrades",
                "{\"code\":\"0\",\"data\":[{\"instId\":\"BTC-USDT-SWAP\",\"ctVal\":\"0.01\"}]} | restBody",
                "{\"code\":\"51001\",\"data\":[],\"msg\":\"Instrument ID does not exist\"} | venueError",
                "{\"backfill\":\"X\",\"trades\":{\"code\":\"50011\",\"msg\":\"Too Many Requests\"}} | venueError"
            })
    void ignoresWithAReason(String frame, String reason) throws FrameRefusedException {
        assertThat(decode(frame)).containsExactly(new Ignored(reason));
    }

    /** The venue gives the newest first; what was missed comes in order of id. */
    @Test
    void missedTrades() throws FrameRefusedException {
        Repair repair =
                Okx.protocol(Okx.BTC).repair(0, 242720719, 242720720, false).orElseThrow();
        assertThat(repair.path())
                .isEqualTo("/api/v5/market/history-trades?instId=BTC-USDT-SWAP&type=1&after=242720721&limit=2");
        assertThat(repair.lastId()).isEqualTo(242720720);
        String body =
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"instId\":\"BTC-USDT-SWAP\",\"side\":\"sell\",\"sz\":\"1\","
                        + "\"source\":\"0\",\"px\":\"29963.2\",\"tradeId\":\"242720720\",\"ts\":\"1654161646974\"},"
                        + "{\"instId\":\"BTC-USDT-SWAP\",\"side\":\"buy\",\"sz\":\"2.5\",\"source\":\"0\",\"px\":\"29964.1\","
                        + "\"tradeId\":\"242720719\",\"ts\":\"1654161641568\"}]}";
        assertThat(decode(repair.before() + body + repair.after()))
                .containsExactly(
                        new Trade(0, 1654161641568L, 242720719, 242720719, 0, 299641, 2_500_000, EventFlag.BACKFILLED),
                        new Trade(
                                0,
                                1654161646974L,
                                242720720,
                                242720720,
                                0,
                                299632,
                                1_000_000,
                                EventFlag.BACKFILLED | EventFlag.TAKER_SOLD));
    }

    @Test
    void asksForMissedTradesInParts() {
        Repair repair = Okx.protocol(Okx.BTC).repair(0, 1_000, 5_000, false).orElseThrow();
        assertThat(repair.lastId()).isEqualTo(1_099);
        assertThat(repair.path()).endsWith("&after=1100&limit=100");
        assertThat(Okx.protocol(Okx.BTC).repair(0, 1_000, 5_000, true)).isEmpty();
    }
}
