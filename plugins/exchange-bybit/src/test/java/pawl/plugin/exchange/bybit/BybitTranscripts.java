package pawl.plugin.exchange.bybit;

import java.util.List;
import java.util.UUID;
import pawl.api.event.EventFlag;
import pawl.testkit.CanonicalEvent.BookTicker;
import pawl.testkit.CanonicalEvent.Funding;
import pawl.testkit.CanonicalEvent.Ignored;
import pawl.testkit.CanonicalEvent.Liquidation;
import pawl.testkit.CanonicalEvent.MarkPrice;
import pawl.testkit.CanonicalEvent.OpenInterest;
import pawl.testkit.CanonicalEvent.Trade;
import pawl.testkit.Transcript;

/** Frames as the venue sends them, and what they mean. */
final class BybitTranscripts {
    private BybitTranscripts() {}

    static List<Transcript> all() {
        return List.of(
                trade(),
                trades(),
                quote(),
                quoteWithoutBids(),
                ticker(),
                mark(),
                interestOfBothSides(),
                liquidation(),
                tickers(),
                openInterest(),
                Transcript.of("kline", """
                        {"topic":"kline.1.BTCUSDT","data":[{"start":1786310760000,"confirm":false}],"ts":1,"type":"snapshot"}
                        """).means(new Ignored("kline.1")),
                Transcript.of("acknowledgement", """
                        {"success":true,"ret_msg":"","conn_id":"d8bu1olkndm7crnfs1e0-j6akw","req_id":"","op":"subscribe"}
                        """).means(new Ignored("ack")));
    }

    /** 64 bits of a trade's name. */
    static long id(String uuid) {
        UUID id = UUID.fromString(uuid);
        return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    }

    private static Transcript trade() {
        long id = id("a9188a0a-82bc-50de-be60-03eedbe3cdd7");
        return Transcript.of("publicTrade", """
                        {"topic":"publicTrade.BTCUSDT","type":"snapshot","ts":1786310819681,"data":[{"T":1786310819680,\
                        "s":"BTCUSDT","S":"Sell","v":"0.004","p":"65114.20","L":"MinusTick",\
                        "i":"a9188a0a-82bc-50de-be60-03eedbe3cdd7","BT":false,"RPI":false,"seq":753843954913}]}""")
                .on("publicTrade.BTCUSDT")
                .means(new Trade(
                        0, 1786310819680L, id, id, 0, 6_511_420, 4, EventFlag.TAKER_SOLD | EventFlag.UNORDERED_ID))
                .kind("topic")
                .symbol("topic", "data/0/s")
                .time("data/0/T")
                .price("data/0/p")
                .quantity("data/0/v")
                .side("data/0/S", "Sell", "Buy");
    }

    private static Transcript trades() {
        long first = id("19d7df56-4f10-5290-a969-d9d9f2c74cc3");
        long second = id("4d4ad26c-901f-5146-adc0-1db29b6b9ab6");
        return Transcript.of("publicTrade, a block trade among two", """
                        {"topic":"publicTrade.ETHUSDT","type":"snapshot","ts":1786310820347,"data":[{"T":1786310820346,\
                        "s":"ETHUSDT","S":"Buy","v":"0.01","p":"1922.50","L":"PlusTick",\
                        "i":"19d7df56-4f10-5290-a969-d9d9f2c74cc3","BT":false,"RPI":false,"seq":430879434439},\
                        {"T":1786310820346,"s":"ETHUSDT","S":"Buy","v":"1.30","p":"1922.50","L":"ZeroPlusTick",\
                        "i":"4d4ad26c-901f-5146-adc0-1db29b6b9ab6","BT":true,"RPI":false,"seq":430879434439}]}""")
                .on("publicTrade.ETHUSDT")
                .means(
                        new Trade(1, 1786310820346L, first, first, 0, 192_250, 10, EventFlag.UNORDERED_ID),
                        new Trade(
                                1,
                                1786310820346L,
                                second,
                                second,
                                0,
                                192_250,
                                1_300,
                                EventFlag.UNORDERED_ID | EventFlag.OFF_BOOK))
                .kind("topic")
                .symbol("topic", "data/0/s", "data/1/s");
    }

    private static Transcript quote() {
        return Transcript.of("orderbook.1", """
                        {"topic":"orderbook.1.BTCUSDT","type":"snapshot","ts":1786310818129,"data":{"s":"BTCUSDT",\
                        "b":[["65114.20","6.054"]],"a":[["65114.30","10.486"]],"u":15076952,"seq":753843913870},\
                        "cts":1786310818127}""")
                .on("orderbook.1.BTCUSDT")
                .means(new BookTicker(0, 1786310818127L, 15_076_952, 6_511_420, 6_054, 6_511_430, 10_486, 0))
                .kind("topic")
                .symbol("topic", "data/s")
                .time("cts")
                .id("data/u")
                .price("data/b/0/0", "data/a/0/0")
                .quantity("data/b/0/1", "data/a/0/1");
    }

    private static Transcript quoteWithoutBids() {
        return Transcript.of("orderbook.1 of one side", """
                        {"topic":"orderbook.1.ETHUSDT","type":"snapshot","ts":1786310818129,"data":{"s":"ETHUSDT",\
                        "b":[],"a":[["1922.50","1.36"]],"u":1,"seq":430879399832},"cts":1786310818127}""")
                .on("orderbook.1.ETHUSDT")
                .means(new BookTicker(1, 1786310818127L, 1, 0, 0, 192_250, 1_360, 0))
                .kind("topic")
                .symbol("topic", "data/s")
                .time("cts");
    }

    private static Transcript ticker() {
        return Transcript.of("tickers snapshot", """
                        {"topic":"tickers.BTCUSDT","type":"snapshot","data":{"symbol":"BTCUSDT","tickDirection":"ZeroPlusTick",\
                        "lastPrice":"65114.30","markPrice":"65117.44","indexPrice":"65137.76","openInterest":"59891.732",\
                        "openInterestValue":"3899996265.01","fundingIntervalHour":"4","fundingCap":"0.005",\
                        "singleOpenInterest":"29945.866","nextFundingTime":"1786320000000","fundingRate":"0.0001",\
                        "bid1Price":"65114.20","bid1Size":"5.954","ask1Price":"65114.30","ask1Size":"10.470",\
                        "preOpenPrice":"","curPreListingPhase":""},"cs":753843900397,"ts":1786310817583}""")
                .on("tickers.BTCUSDT")
                .means(
                        new MarkPrice(
                                0, 1786310817583L, 6_511_744_000_000L, 6_513_776_000_000L, 0, 0, EventFlag.WITH_INDEX),
                        new Funding(0, 1786310817583L, 100_000_000, 1786320000000L, 240, 0),
                        new OpenInterest(0, 1786310817583L, 29_945_866, 0))
                .kind("topic")
                .symbol("topic", "data/symbol")
                .time("ts", "data/nextFundingTime")
                .rounded("data/markPrice", "data/indexPrice", "data/fundingRate", "data/singleOpenInterest");
    }

    private static Transcript mark() {
        return Transcript.of("tickers delta of the mark price", """
                        {"topic":"tickers.BTCUSDT","type":"delta","data":{"symbol":"BTCUSDT","markPrice":"65117.43",\
                        "openInterestValue":"3899995666.09","ask1Price":"65114.30","ask1Size":"10.488"},\
                        "cs":753843915209,"ts":1786310818183}""")
                .on("tickers.BTCUSDT")
                .means(new MarkPrice(0, 1786310818183L, 6_511_743_000_000L, 0, 0, 0, 0))
                .kind("topic")
                .symbol("topic", "data/symbol")
                .time("ts")
                .rounded("data/markPrice");
    }

    private static Transcript interestOfBothSides() {
        return Transcript.of("tickers delta of both sides' open interest", """
                        {"topic":"tickers.ETHUSDT","type":"delta","data":{"symbol":"ETHUSDT","openInterest":"830090.652",\
                        "fundingRate":"-0.00004617"},"cs":753843915209,"ts":1786310818183}""")
                .on("tickers.ETHUSDT")
                .means(
                        new Funding(1, 1786310818183L, -46_170_000, 0, 480, 0),
                        new OpenInterest(1, 1786310818183L, 415_045_326, 0))
                .kind("topic")
                .symbol("topic", "data/symbol")
                .time("ts")
                .rounded("data/openInterest", "data/fundingRate");
    }

    private static Transcript liquidation() {
        return Transcript.of("allLiquidation of 2026-10-09", """
                        {"topic":"allLiquidation.BTCUSDT","type":"snapshot","ts":1791565601482,"data":[\
                        {"T":1791565600992,"s":"BTCUSDT","S":"Buy","v":"0.006","p":"82396.90"},\
                        {"T":1791565601058,"s":"BTCUSDT","S":"Buy","v":"0.038","p":"82394.30"}]}""")
                .on("allLiquidation.BTCUSDT")
                .means(
                        new Liquidation(0, 1791565600992L, 0, 6, 8_239_690_000_000L, 6, EventFlag.LONG_LIQUIDATED),
                        new Liquidation(0, 1791565601058L, 0, 38, 8_239_430_000_000L, 38, EventFlag.LONG_LIQUIDATED))
                .kind("topic")
                .symbol("topic", "data/0/s", "data/1/s")
                .time("data/0/T", "data/1/T")
                .rounded("data/0/p", "data/1/p")
                .quantity("data/0/v", "data/1/v")
                .side("data/0/S", "Buy", "Sell");
    }

    private static Transcript tickers() {
        return Transcript.of("GET /v5/market/tickers", """
                        {"retCode":0,"retMsg":"OK","result":{"category":"linear","list":[{"symbol":"BTCUSDT",\
                        "indexPrice":"77797.59","markPrice":"77766.70","openInterest":"53262.861",\
                        "singleOpenInterest":"26631.431","fundingRate":"0.00004936","nextFundingTime":"1789171200000",\
                        "deliveryTime":"0","ask1Size":"2.763","bid1Price":"77766.70","ask1Price":"77766.80",\
                        "bid1Size":"0.181","fundingIntervalHour":"8"},{"symbol":"ETHUSDT","indexPrice":"",\
                        "markPrice":"77873.1","openInterest":"122.594","singleOpenInterest":"61.297","fundingRate":"",\
                        "nextFundingTime":"0","fundingIntervalHour":""}]},"retExtInfo":{},"time":1789147120443}""")
                .polled()
                .means(
                        new MarkPrice(
                                0, 1789147120443L, 7_776_670_000_000L, 7_779_759_000_000L, 0, 0, EventFlag.WITH_INDEX),
                        new Funding(0, 1789147120443L, 49_360_000, 1789171200000L, 480, 0),
                        new OpenInterest(0, 1789147120443L, 26_631_431, 0),
                        new MarkPrice(1, 1789147120443L, 7_787_310_000_000L, 0, 0, 0, 0),
                        new OpenInterest(1, 1789147120443L, 61_297, 0))
                .time("time", "result/list/0/nextFundingTime")
                .rounded("result/list/0/markPrice", "result/list/0/indexPrice", "result/list/0/fundingRate");
    }

    private static Transcript openInterest() {
        return Transcript.of("GET /v5/market/open-interest", """
                        {"retCode":0,"retMsg":"OK","result":{"symbol":"BTCUSDT","category":"linear","list":[\
                        {"openInterest":"46113.444","timestamp":"1669571400000"},\
                        {"openInterest":"46113.440","timestamp":"1669571100000"}],"nextPageCursor":""},\
                        "retExtInfo":{},"time":1672053548579}""")
                .polled()
                .means(
                        new OpenInterest(0, 1669571400000L, 23_056_722, 0),
                        new OpenInterest(0, 1669571100000L, 23_056_720, 0))
                .symbol("result/symbol")
                .time("result/list/0/timestamp", "result/list/1/timestamp")
                .rounded("result/list/0/openInterest", "result/list/1/openInterest");
    }
}
