package pawl.plugin.exchange.gate;

import java.util.List;
import pawl.api.event.EventFlag;
import pawl.testkit.CanonicalEvent.BookTicker;
import pawl.testkit.CanonicalEvent.Funding;
import pawl.testkit.CanonicalEvent.Ignored;
import pawl.testkit.CanonicalEvent.Liquidation;
import pawl.testkit.CanonicalEvent.MarkPrice;
import pawl.testkit.CanonicalEvent.OpenInterest;
import pawl.testkit.CanonicalEvent.Trade;
import pawl.testkit.Transcript;

/** Frames as the venue sends them, recorded or of its documentation, with what they mean for {@link Gate#instruments}. */
final class GateTranscripts {
    private GateTranscripts() {}

    static List<Transcript> all() {
        return List.of(
                trade(),
                decimalTrade(),
                bookTicker(),
                emptySide(),
                ticker(),
                liquidation(),
                shortLiquidation(),
                book());
    }

    private static Transcript trade() {
        return Transcript.of("futures.trades", """
                        {"time":1616327563,"channel":"futures.trades","event":"update","error":null,"result":[{"size":50,\
                        "id":15366793,"create_time":1616327563,"create_time_ms":1616327563918,"price":"56233.3",\
                        "contract":"BTC_USDT"}]}""")
                .means(new Trade(0, 1616327563918L, 15366793, 15366793, 0, 562333, 5_000, 0))
                .on("futures.trades/BTC_USDT")
                .kind("channel")
                .symbol("result/0/contract")
                .price("result/0/price")
                .signedQuantity("result/0/size")
                .id("result/0/id");
    }

    /** With the header for decimals, and of the insurance fund; without the seconds, which are a second source of the time. */
    private static Transcript decimalTrade() {
        return Transcript.of("futures.trades with decimals", """
                        {"channel":"futures.trades","event":"update","time":1791391082,"time_ms":1791391082123,\
                        "result":[{"size":"-10.5","id":27753479,"create_time_ms":1791391082119,\
                        "price":"0.03125","contract":"CHZ_USDT","is_internal":true}]}""")
                .means(new Trade(
                        1,
                        1791391082119L,
                        27753479,
                        27753479,
                        0,
                        3_125,
                        10_500,
                        EventFlag.TAKER_SOLD | EventFlag.OFF_BOOK))
                .on("futures.trades/CHZ_USDT")
                .kind("channel")
                .symbol("result/0/contract")
                .price("result/0/price")
                .id("result/0/id")
                .signedQuantity("result/0/size")
                .time("result/0/create_time_ms");
    }

    private static Transcript bookTicker() {
        return Transcript.of("futures.book_ticker", """
                        {"id":null,"time":1654030293,"channel":"futures.book_ticker","event":"update","error":null,\
                        "result":{"t":1654030293769,"u":13980118150,"s":"BTC_USDT","b":"31709.2","B":119926,"a":"31709.3",\
                        "A":56231}}""")
                .means(new BookTicker(0, 1654030293769L, 13980118150L, 317092, 11_992_600, 317093, 5_623_100, 0))
                .on("futures.book_ticker/BTC_USDT")
                .kind("channel")
                .symbol("result/s")
                .price("result/b", "result/a")
                .quantity("result/B", "result/A")
                .time("result/t")
                .id("result/u");
    }

    private static Transcript emptySide() {
        return Transcript.of("futures.book_ticker without a bid", """
                        {"time":1684930165,"time_ms":1684930165631,"channel":"futures.book_ticker","event":"update",\
                        "result":{"t":0,"u":6159968,"s":"CHZ_USDT","b":"","B":0,"a":"0.739","A":677}}""")
                .means(new BookTicker(1, 1684930165631L, 6159968, 0, 0, 73_900, 677_000, 0))
                .on("futures.book_ticker/CHZ_USDT")
                .symbol("result/s")
                .price("result/a")
                .quantity("result/A");
    }

    private static Transcript ticker() {
        return Transcript.of("futures.tickers", """
                        {"time":1654162715,"time_ms":1654162715321,"channel":"futures.tickers","event":"update",\
                        "result":[{"contract":"BTC_USDT","last":"29885.9","change_percentage":"-5.61","funding_rate":"-0.00004",\
                        "mark_price":"29908","index_price":"29908.95","total_size":"754413619","volume_24h":"337595135",\
                        "quanto_base_rate":"","low_24h":"29280","high_24h":"31880","funding_rate_indicative":"0.000056",\
                        "volume_24h_quote":"1008933444","volume_24h_settle":"1008933444","volume_24h_base":"33759"}]}""")
                .means(
                        new MarkPrice(
                                0, 1654162715321L, 2_990_800_000_000L, 2_990_895_000_000L, 0, 0, EventFlag.WITH_INDEX),
                        new OpenInterest(0, 1654162715321L, 75_441_361_900L, 0),
                        new Funding(0, 1654162715321L, -40_000_000, 0, 480, 0))
                .on("futures.tickers/BTC_USDT")
                .kind("channel")
                .symbol("result/0/contract")
                .rounded("result/0/mark_price", "result/0/total_size", "result/0/funding_rate");
    }

    private static Transcript liquidation() {
        return Transcript.of("futures.public_liquidates", """
                        {"channel":"futures.public_liquidates","event":"update","time":1787178634,"time_ms":1787178634123,\
                        "result":[{"price":"21510.1","size":"-124.5","time":1787178633123,"contract":"BTC_USDT"}]}""")
                .means(new Liquidation(
                        0,
                        1787178633123L,
                        0,
                        12_450,
                        2_151_010_000_000L,
                        12_450,
                        EventFlag.SAMPLED | EventFlag.LONG_LIQUIDATED))
                .on("futures.public_liquidates/BTC_USDT")
                .kind("channel")
                .symbol("result/0/contract")
                .rounded("result/0/price")
                .time("result/0/time")
                .signedQuantity("result/0/size");
    }

    private static Transcript shortLiquidation() {
        return Transcript.of("futures.public_liquidates of a short", """
                        {"channel":"futures.public_liquidates","event":"update","time":1741505434,"time_ms":1741505434123,\
                        "result":[{"price":0.0321,"size":124,"time_ms":1741505433123,"contract":"CHZ_USDT"}]}""")
                .means(new Liquidation(1, 1741505433123L, 0, 124_000, 3_210_000, 124_000, EventFlag.SAMPLED))
                .on("futures.public_liquidates/CHZ_USDT")
                .symbol("result/0/contract")
                .signedQuantity("result/0/size")
                .time("result/0/time_ms");
    }

    private static Transcript book() {
        return Transcript.of("futures.order_book_update", """
                        {"id":null,"time":1632799979,"channel":"futures.order_book_update","event":"update","error":null,\
                        "result":{"t":1632799979523,"s":"BTC_USDT","U":8179159885,"u":8179159933,"b":[{"p":"42459.2",\
                        "s":73982}],"a":[]}}""").means(new Ignored("futures.order_book_update"));
    }
}
