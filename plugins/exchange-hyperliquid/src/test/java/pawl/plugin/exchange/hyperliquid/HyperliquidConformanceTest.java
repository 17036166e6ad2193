package pawl.plugin.exchange.hyperliquid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import pawl.api.event.EventFlag;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.token.Instrument;
import pawl.testkit.Answer;
import pawl.testkit.CanonicalEvent.BookTicker;
import pawl.testkit.CanonicalEvent.Ignored;
import pawl.testkit.CanonicalEvent.Trade;
import pawl.testkit.ExchangeAdapterContract;
import pawl.testkit.Heard;
import pawl.testkit.Transcript;

/** The conformance kit's cases. */
class HyperliquidConformanceTest extends ExchangeAdapterContract {
    private static final String NOT_SENT = "the venue sends it without a time, or not at all";

    @Override
    protected ExchangeAdapterProvider provider() {
        return new HyperliquidProvider();
    }

    @Override
    protected List<Instrument> instruments() {
        return Hyperliquid.instruments("BTC", "kPEPE");
    }

    @Override
    protected List<Transcript> transcripts() {
        return Stream.of(trades(), quotes(), withoutUse()).flatMap(List::stream).toList();
    }

    private static List<Transcript> trades() {
        return List.of(
                Transcript.of("trades", """
                                {"channel":"trades","data":[{"coin":"BTC","hash":"0xde477894","px":"105056.0","side":"B",\
                                "sz":"0.00219","tid":121451470284048,"time":1737918794873,\
                                "users":["0xe9ed7e16612d676df804f5aecd16e1f9bf9ec9dd","0x6802b4267f7f2bf7003dcf993c51542245b38329"]},\
                                {"coin":"BTC","hash":"0x2b25b83e","px":"105055.0","side":"A","sz":"0.00015",\
                                "tid":588047386913648,"time":1737918796007,"users":["0xb0","0x68"]}]}""")
                        .on("trades:BTC")
                        .means(
                                new Trade(
                                        0,
                                        1737918794873L,
                                        121_451_470_284_048L,
                                        121_451_470_284_048L,
                                        0,
                                        1_050_560,
                                        219,
                                        EventFlag.UNORDERED_ID),
                                new Trade(
                                        0,
                                        1737918796007L,
                                        588_047_386_913_648L,
                                        588_047_386_913_648L,
                                        0,
                                        1_050_550,
                                        15,
                                        EventFlag.UNORDERED_ID | EventFlag.TAKER_SOLD))
                        .kind("channel")
                        .symbol("data/0/coin", "data/1/coin")
                        .id("data/0/tid", "data/1/tid")
                        .time("data/0/time", "data/1/time")
                        .price("data/0/px", "data/1/px")
                        .quantity("data/0/sz", "data/1/sz"),
                Transcript.of("trades, a sale", """
                                {"channel":"trades","data":[{"coin":"kPEPE","hash":"0x2b25b83e","px":"0.9","side":"A",\
                                "sz":"15.0","tid":588047386913648,"time":1737918796007,"users":["0xb0","0x68"]}]}""")
                        .on("trades:kPEPE")
                        .means(new Trade(
                                1,
                                1737918796007L,
                                588_047_386_913_648L,
                                588_047_386_913_648L,
                                0,
                                9,
                                1_500_000,
                                EventFlag.UNORDERED_ID | EventFlag.TAKER_SOLD))
                        .kind("channel")
                        .symbol("data/0/coin")
                        .side("data/0/side", "A", "B"));
    }

    private static List<Transcript> quotes() {
        return List.of(
                Transcript.of("bbo", """
                                {"channel":"bbo","data":{"coin":"BTC","time":1750948919838,"bbo":[\
                                {"px":"107575.0","sz":"3.87947","n":17},{"px":"107576.0","sz":"0.5","n":2}]}}""")
                        .on("bbo:BTC")
                        .means(new BookTicker(
                                0, 1750948919838L, 1750948919838L, 1_075_750, 387_947, 1_075_760, 50_000, 0))
                        .kind("channel")
                        .symbol("data/coin")
                        .time("data/time")
                        .price("data/bbo/0/px", "data/bbo/1/px")
                        .quantity("data/bbo/0/sz", "data/bbo/1/sz"),
                Transcript.of("bbo without bids", """
                                {"channel":"bbo","data":{"coin":"kPEPE","time":1750948919838,"bbo":[null,\
                                {"px":"0.9","sz":"7","n":2}]}}""")
                        .on("bbo:kPEPE")
                        .means(new BookTicker(1, 1750948919838L, 1750948919838L, 0, 0, 9, 700_000, 0)));
    }

    private static List<Transcript> withoutUse() {
        return List.of(
                Transcript.of("activeAssetCtx", """
                                {"channel":"activeAssetCtx","data":{"coin":"BTC","ctx":{"funding":"0.00004863",\
                                "openInterest":"18617460.0","oraclePx":"0.1995","markPx":"0.19963"}}}""").means(new Ignored("activeAssetCtx")),
                Transcript.of("pong", "{\"channel\":\"pong\"}").means(new Ignored("pong")));
    }

    @Override
    protected List<Answer> answers() {
        return List.of(
                new Answer("""
                        {"channel":"subscriptionResponse","data":{"method":"subscribe",\
                        "subscription":{"type":"trades","coin":"BTC"}}}""", new Heard.Acknowledged(-1)),
                new Answer("""
                        {"channel":"error","data":"Invalid subscription {\\"type\\":\\"trades\\",\\"coin\\":\\"X\\"}"}""", new Heard.Refused(-1)),
                new Answer("{\"channel\":\"pong\"}", new Heard.Pong()));
    }

    @Override
    protected Map<String, String> notApplicable() {
        return Map.of(
                "EX-06", NOT_SENT,
                "EX-07", NOT_SENT,
                "EX-08", NOT_SENT,
                "EX-09", NOT_SENT,
                "EX-56", "ids are in no order: what is missing cannot be asked for");
    }

    @Override
    protected List<byte[]> recording() {
        try {
            return SharedData.stampedFrames("recordings/btcusd_20250126.gz").stream()
                    .map(Hyperliquid::bytes)
                    .toList();
        } catch (TestAbortedException notThere) {
            return List.of();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
