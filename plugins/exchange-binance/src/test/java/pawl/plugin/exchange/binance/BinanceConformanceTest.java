package pawl.plugin.exchange.binance;

import static pawl.api.event.EventFlag.AGGREGATE;
import static pawl.api.event.EventFlag.LONG_LIQUIDATED;
import static pawl.api.event.EventFlag.OFF_BOOK;
import static pawl.api.event.EventFlag.SAMPLED;
import static pawl.api.event.EventFlag.SETTLED;
import static pawl.api.event.EventFlag.TAKER_SOLD;
import static pawl.api.event.EventFlag.WITH_FUNDING;
import static pawl.api.event.EventFlag.WITH_INDEX;

import java.util.List;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.testkit.Answer;
import pawl.testkit.CanonicalEvent;
import pawl.testkit.ExchangeAdapterContract;
import pawl.testkit.Heard;
import pawl.testkit.Transcript;

/** Binance's frames, held to the contract of every exchange plugin. */
class BinanceConformanceTest extends ExchangeAdapterContract {
    @Override
    protected ExchangeAdapterProvider provider() {
        return new BinanceProvider();
    }

    @Override
    protected List<Instrument> instruments() {
        return List.of(instrument(0, "BTCUSDT"), instrument(1, "ETHUSDT"), instrument(2, "BALUSDT"));
    }

    private static Instrument instrument(int index, String symbol) {
        return new Instrument(index, "binance", 0, symbol, new Token(index, symbol, "major", -3, -3, -8, 480));
    }

    @Override
    protected List<Transcript> transcripts() {
        return List.of(
                aggregateTrade(),
                trade(),
                offBookTrade(),
                bookTicker(),
                markPrice(),
                markPrices(),
                liquidation(),
                openInterest(),
                funding(),
                depth());
    }

    private static Transcript aggregateTrade() {
        return Transcript.of("aggTrade", """
                {"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","E":1616202009196,"a":389551486,"s":"BTCUSDT",\
                "p":"58665.00","q":"0.043","f":621622993,"l":621622993,"T":1616202009188,"m":false}}""")
                .on("btcusdt@aggTrade")
                .means(new CanonicalEvent.Trade(
                        0, 1616202009188L, 621622993, 621622993, 389551486, 58_665_000, 43, AGGREGATE))
                .kind("data/e")
                .symbol("data/s")
                .price("data/p")
                .quantity("data/q")
                .time("data/T")
                .id("data/a", "data/f", "data/l")
                .side("data/m", "true", "false");
    }

    private static Transcript trade() {
        return Transcript.of("trade", """
                {"stream":"btcusdt@trade","data":{"e":"trade","E":1721347202813,"T":1721347202812,"s":"BTCUSDT",\
                "t":5182006711,"p":"63960.00","q":"0.310","X":"MARKET","m":true}}""")
                .means(new CanonicalEvent.Trade(
                        0, 1721347202812L, 5182006711L, 5182006711L, 0, 63_960_000, 310, TAKER_SOLD))
                .kind("data/e")
                .symbol("data/s")
                .price("data/p")
                .quantity("data/q")
                .time("data/T")
                .id("data/t")
                .side("data/m", "true", "false");
    }

    private static Transcript offBookTrade() {
        return Transcript.of("trade of the insurance fund", """
                {"stream":"btcusdt@trade","data":{"e":"trade","E":1721347202824,"T":1721347202824,"s":"BTCUSDT",\
                "t":5182006712,"p":"0","q":"0","X":"NA","m":true}}""")
                .means(new CanonicalEvent.Trade(
                        0, 1721347202824L, 5182006712L, 5182006712L, 0, 0, 0, TAKER_SOLD | OFF_BOOK))
                .symbol("data/s")
                .time("data/T")
                .id("data/t");
    }

    private static Transcript bookTicker() {
        return Transcript.of("bookTicker", """
                {"stream":"ethusdt@bookTicker","data":{"e":"bookTicker","u":1553413152520,"s":"ETHUSDT","b":"1778.54",\
                "B":"15.164","a":"1778.55","A":"7.289","T":1653817855284,"E":1653817855289}}""")
                .on("ethusdt@bookTicker")
                .means(new CanonicalEvent.BookTicker(
                        1, 1653817855284L, 1553413152520L, 1_778_540, 15_164, 1_778_550, 7_289, 0))
                .kind("data/e")
                .symbol("data/s")
                .price("data/b", "data/a")
                .quantity("data/B", "data/A")
                .id("data/u");
    }

    private static Transcript markPrice() {
        return Transcript.of("markPrice", """
                {"stream":"btcusdt@markPrice@1s","data":{"e":"markPriceUpdate","E":1617308820003,"s":"BTCUSDT",\
                "p":"58940.14924532","P":"58905.14663658","i":"58857.26693664","r":"0.00058455","T":1617321600000}}""")
                .on("btcusdt@markPrice@1s")
                .means(new CanonicalEvent.MarkPrice(
                        0,
                        1617308820003L,
                        5894014924532L,
                        5885726693664L,
                        584_550_000,
                        1617321600000L,
                        WITH_FUNDING | WITH_INDEX))
                .kind("data/e")
                .symbol("data/s")
                .rounded("data/p", "data/i", "data/r")
                .time("data/E", "data/T");
    }

    private static Transcript markPrices() {
        return Transcript.of("markPrice of all", """
                {"stream":"!markPrice@arr","data":[{"e":"markPriceUpdate","E":1617309024002,"s":"BTCUSDT",\
                "p":"59022.53514719","P":"58902.34482833","i":"58936.68384000","r":"0.00058959","T":1617321600000},\
                {"e":"markPriceUpdate","E":1617309024002,"s":"ETHUSDT","p":"1981.15704420","P":"1974.79557094",\
                "i":"1978.08197502","r":"-0.00059142","T":1617321600000}]}""")
                .means(
                        new CanonicalEvent.MarkPrice(
                                0,
                                1617309024002L,
                                5902253514719L,
                                5893668384000L,
                                589_590_000,
                                1617321600000L,
                                WITH_FUNDING | WITH_INDEX),
                        new CanonicalEvent.MarkPrice(
                                1,
                                1617309024002L,
                                198115704420L,
                                197808197502L,
                                -591_420_000,
                                1617321600000L,
                                WITH_FUNDING | WITH_INDEX))
                .rounded("data/0/p", "data/1/i", "data/1/r");
    }

    private static Transcript liquidation() {
        return Transcript.of("forceOrder", """
                {"stream":"btcusdt@forceOrder","data":{"e":"forceOrder","E":1791565602124,"o":{"s":"BTCUSDT",\
                "S":"SELL","o":"LIMIT","f":"IOC","q":"0.190","p":"82338.30","ap":"82651.90","X":"FILLED","l":"0.170",\
                "z":"0.170","T":1791565602120}}}""")
                .on("btcusdt@forceOrder")
                .means(new CanonicalEvent.Liquidation(
                        0, 1791565602120L, 8265190000000L, 170, 8233830000000L, 190, LONG_LIQUIDATED | SAMPLED))
                .kind("data/e")
                .symbol("data/o/s")
                .rounded("data/o/p", "data/o/ap")
                .quantity("data/o/q", "data/o/z")
                .time("data/o/T")
                .side("data/o/S", "SELL", "BUY");
    }

    private static Transcript openInterest() {
        return Transcript.of("openInterest", """
                {"openInterest":"83782.317","symbol":"BTCUSDT","time":1702244985273}""")
                .polled()
                .means(new CanonicalEvent.OpenInterest(0, 1702244985273L, 83_782_317, 0))
                .symbol("symbol")
                .rounded("openInterest")
                .time("time");
    }

    private static Transcript funding() {
        return Transcript.of("fundingRate", """
                [{"fundingRate":"-0.00022270","fundingTime":1600128000000,"symbol":"BTCUSDT"},\
                {"fundingRate":"-0.00002796","fundingTime":1600156800010,"symbol":"BTCUSDT"}]""")
                .polled()
                .means(
                        new CanonicalEvent.Funding(0, 1600128000000L, -222_700_000, 1600128000000L, 480, SETTLED),
                        new CanonicalEvent.Funding(0, 1600156800010L, -27_960_000, 1600156800010L, 480, SETTLED))
                .symbol("0/symbol", "1/symbol")
                .rounded("0/fundingRate", "1/fundingRate");
    }

    private static Transcript depth() {
        return Transcript.of("depth", """
                {"stream":"btcusdt@depth@100ms","data":{"e":"depthUpdate","E":1622371244693,"T":1622371244687,\
                "s":"BTCUSDT","U":475776377463,"u":475776380184,"pu":475776377452,"b":[["35729.77","1.600"]],"a":[]}}""").means(new CanonicalEvent.Ignored("depthUpdate"));
    }

    @Override
    protected List<Answer> answers() {
        return List.of(
                new Answer("{\"result\":null,\"id\":1}", new Heard.Acknowledged(1)),
                new Answer("{\"code\":2,\"msg\":\"Invalid request: unknown variant\",\"id\":4}", new Heard.Refused(4)),
                new Answer("{\"error\":{\"code\":2,\"msg\":\"Invalid request\"},\"id\":5}", new Heard.Refused(5)),
                new Answer("{\"e\":\"serverShutdown\",\"E\":1700000000000}", new Heard.ClosingSoon()));
    }

    @Override
    protected List<byte[]> recording() {
        return Fixtures.lines("streams_2021-2022.jsonl");
    }
}
