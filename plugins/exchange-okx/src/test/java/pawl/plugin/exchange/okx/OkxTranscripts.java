package pawl.plugin.exchange.okx;

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

/** Frames as the venue sends them, recorded or of its documentation, with what they mean for {@link Okx#instruments}. */
final class OkxTranscripts {
    private OkxTranscripts() {}

    static List<Transcript> all() {
        return List.of(
                trade(),
                fills(),
                quote(),
                emptySide(),
                ticker(),
                mark(),
                openInterest(),
                funding(),
                liquidation(),
                chilizLiquidation(),
                polledOpenInterest(),
                books());
    }

    private static Transcript trade() {
        return Transcript.of("trades", """
                        {"arg":{"channel":"trades","instId":"CHZ-USDT-SWAP"},"data":[{"instId":"CHZ-USDT-SWAP",\
                        "tradeId":"219066264","px":"0.03125","sz":"7","side":"sell","ts":"1646312440645"}]}""")
                .means(new Trade(1, 1646312440645L, 219066264, 219066264, 0, 3125, 7_000, EventFlag.TAKER_SOLD))
                .on("trades/CHZ-USDT-SWAP")
                .kind("arg/channel")
                .symbol("arg/instId")
                .price("data/0/px")
                .quantity("data/0/sz")
                .time("data/0/ts")
                .id("data/0/tradeId")
                .side("data/0/side", "sell", "buy");
    }

    /** Its id is no field of the kit's: another one moves the first fill's id as well. */
    private static Transcript fills() {
        return Transcript.of("trades of three fills", """
                        {"arg":{"channel":"trades","instId":"BTC-USDT-SWAP"},"data":[{"instId":"BTC-USDT-SWAP",\
                        "tradeId":"1391082124","px":"83434.4","sz":"8.55","side":"buy","ts":"1791391081874","count":"3",\
                        "source":"0","seqId":1234}]}""")
                .means(new Trade(0, 1791391081874L, 1391082122, 1391082124, 0, 834344, 85_500, 0))
                .on("trades/BTC-USDT-SWAP")
                .kind("arg/channel")
                .symbol("arg/instId")
                .price("data/0/px")
                .quantity("data/0/sz")
                .time("data/0/ts")
                .side("data/0/side", "sell", "buy");
    }

    private static Transcript quote() {
        return Transcript.of("bbo-tbt", """
                        {"arg":{"channel":"bbo-tbt","instId":"BTC-USDT-SWAP"},"data":[{"asks":[["20386.8","7","0","2"]],\
                        "bids":[["20386.7","50.5","0","5"]],"ts":"1656642503092","seqId":3235851742}]}""")
                .means(new BookTicker(0, 1656642503092L, 3235851742L, 203867, 505_000, 203868, 70_000, 0))
                .on("bbo-tbt/BTC-USDT-SWAP")
                .kind("arg/channel")
                .symbol("arg/instId")
                .price("data/0/bids/0/0", "data/0/asks/0/0")
                .quantity("data/0/bids/0/1", "data/0/asks/0/1")
                .time("data/0/ts");
    }

    private static Transcript emptySide() {
        return Transcript.of("bbo-tbt without a bid", """
                        {"arg":{"channel":"bbo-tbt","instId":"BTC-USDT-SWAP"},"data":[{"asks":[["20386.8","7","0","2"]],\
                        "bids":[],"ts":"1656642503092","seqId":3235851743}]}""")
                .means(new BookTicker(0, 1656642503092L, 3235851743L, 0, 0, 203868, 70_000, 0))
                .on("bbo-tbt/BTC-USDT-SWAP")
                .symbol("arg/instId")
                .price("data/0/asks/0/0")
                .quantity("data/0/asks/0/1");
    }

    private static Transcript ticker() {
        return Transcript.of("tickers", """
                        {"arg":{"channel":"tickers","instId":"BTC-USDT-SWAP"},"data":[{"instType":"SWAP",\
                        "instId":"BTC-USDT-SWAP","last":"29963","lastSz":"2","askPx":"29960","askSz":"12","bidPx":"29959.9",\
                        "bidSz":"431","open24h":"31589.3","high24h":"31907.2","low24h":"29302","sodUtc0":"29805",\
                        "sodUtc8":"30753.7","volCcy24h":"108540.53","vol24h":"10854053","ts":"1654166233877"}]}""")
                .means(new BookTicker(0, 1654166233877L, 1654166233877L, 299599, 4_310_000, 299600, 120_000, 0))
                .symbol("arg/instId")
                .price("data/0/bidPx", "data/0/askPx")
                .quantity("data/0/bidSz", "data/0/askSz")
                .time("data/0/ts");
    }

    private static Transcript mark() {
        return Transcript.of("mark-price", """
                        {"arg":{"channel":"mark-price","instId":"BTC-USDT-SWAP"},"data":[{"instId":"BTC-USDT-SWAP",\
                        "instType":"SWAP","markPx":"77760.9","ts":"1789147120391"}]}""")
                .means(new MarkPrice(0, 1789147120391L, 7_776_090_000_000L, 0, 0, 0, 0))
                .on("mark-price/BTC-USDT-SWAP")
                .kind("arg/channel")
                .symbol("arg/instId")
                .rounded("data/0/markPx")
                .time("data/0/ts");
    }

    private static Transcript openInterest() {
        return Transcript.of("open-interest", """
                        {"arg":{"channel":"open-interest","instId":"BTC-USDT-SWAP"},"data":[{"instId":"BTC-USDT-SWAP",\
                        "instType":"SWAP","oi":"642754.78126707589341","oiCcy":"6427.5478126707589341",\
                        "oiUsd":"499918599.999999953","ts":"1789147120395"}]}""")
                .means(new OpenInterest(0, 1789147120395L, 6_427_547_813L, EventFlag.ROUNDED))
                .on("open-interest/BTC-USDT-SWAP")
                .kind("arg/channel")
                .symbol("arg/instId")
                .rounded("data/0/oiCcy")
                .time("data/0/ts");
    }

    private static Transcript funding() {
        return Transcript.of("funding-rate", """
                        {"arg":{"channel":"funding-rate","instId":"BTC-USDT-SWAP"},"data":[{"formulaType":"noRate",\
                        "fundingRate":"0.0001875391284828","fundingTime":"1700726400000","impactValue":"",\
                        "instId":"BTC-USDT-SWAP","instType":"SWAP","interestRate":"","method":"current_period",\
                        "maxFundingRate":"0.00375","minFundingRate":"-0.00375","nextFundingRate":"",\
                        "nextFundingTime":"1700755200000","premium":"0.0001233824646391",\
                        "settFundingRate":"0.0001699799259033","settState":"settled","ts":"1700724675402"}]}""")
                .means(new Funding(0, 1700724675402L, 187_539_128, 1700726400000L, 480, EventFlag.ROUNDED))
                .on("funding-rate/BTC-USDT-SWAP")
                .kind("arg/channel")
                .symbol("arg/instId")
                .rounded("data/0/fundingRate")
                .time("data/0/ts");
    }

    private static Transcript liquidation() {
        return Transcript.of("liquidation-orders", """
                        {"arg":{"channel":"liquidation-orders","instType":"SWAP"},"data":[{"details":[{"bkLoss":"0",\
                        "bkPx":"82655.7","ccy":"","posSide":"net","side":"sell","sz":"8.55","ts":"1791565600771"}],\
                        "instFamily":"BTC-USDT","instId":"BTC-USDT-SWAP","instType":"SWAP","uly":"BTC-USDT"}]}""")
                .means(new Liquidation(
                        0,
                        1791565600771L,
                        0,
                        85_500,
                        8_265_570_000_000L,
                        85_500,
                        EventFlag.SAMPLED | EventFlag.LONG_LIQUIDATED))
                .on("liquidation-orders/BTC-USDT-SWAP")
                .kind("arg/channel")
                .symbol("data/0/instId")
                .quantity("data/0/details/0/sz")
                .rounded("data/0/details/0/bkPx")
                .time("data/0/details/0/ts")
                .side("data/0/details/0/side", "sell", "buy");
    }

    private static Transcript chilizLiquidation() {
        return Transcript.of("liquidation-orders in hedge mode", """
                        {"arg":{"channel":"liquidation-orders","instType":"SWAP"},"data":[{"details":[{"bkLoss":"0",\
                        "bkPx":"0.03083","ccy":"","posSide":"short","side":"buy","sz":"1997","ts":"1791565462608"}],\
                        "instFamily":"CHZ-USDT","instId":"CHZ-USDT-SWAP","instType":"SWAP","uly":"CHZ-USDT"}]}""")
                .means(new Liquidation(1, 1791565462608L, 0, 1_997_000, 3_083_000, 1_997_000, EventFlag.SAMPLED))
                .on("liquidation-orders/CHZ-USDT-SWAP")
                .symbol("data/0/instId")
                .quantity("data/0/details/0/sz");
    }

    private static Transcript polledOpenInterest() {
        return Transcript.of("body of open-interest", """
                        {"code":"0","data":[{"instId":"BTC-USDT-SWAP","instType":"SWAP","oi":"2760021.94",\
                        "oiCcy":"27600.2194","oiUsd":"2146320021.55","ts":"1789147120395"}],"msg":""}""")
                .means(new OpenInterest(0, 1789147120395L, 27_600_219_400L, 0))
                .polled()
                .symbol("data/0/instId")
                .rounded("data/0/oiCcy")
                .time("data/0/ts");
    }

    private static Transcript books() {
        return Transcript.of("books", """
                        {"arg":{"channel":"books","instId":"BTC-USDT-SWAP"},"action":"update","data":[{"asks":[["8476.98",\
                        "415","0","13"]],"bids":[],"ts":"1597026383085","checksum":0,"seqId":123456}]}""").means(new Ignored("books"));
    }
}
