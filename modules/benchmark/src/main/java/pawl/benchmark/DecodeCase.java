package pawl.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.plugin.exchange.binance.BinanceProvider;
import pawl.plugin.exchange.bybit.BybitProvider;
import pawl.plugin.exchange.gate.GateProvider;
import pawl.plugin.exchange.hyperliquid.HyperliquidProvider;
import pawl.plugin.exchange.okx.OkxProvider;

/** A message of each kind of each venue, as the venue sends it. */
public enum DecodeCase {
    /** Binance: one fill. */
    BINANCE_TRADE("BTCUSDT", """
            {"stream":"btcusdt@trade","data":{"e":"trade","E":1721347202813,"T":1721347202812,"s":"BTCUSDT",\
            "t":5182006711,"p":"63960.00","q":"0.310","X":"MARKET","m":false}}"""),
    /** Binance: a quote. */
    BINANCE_QUOTE("BTCUSDT", """
            {"stream":"btcusdt@bookTicker","data":{"e":"bookTicker","u":1553413152520,"s":"BTCUSDT","b":"1778.54",\
            "B":"15.164","a":"1778.55","A":"7.289","T":1653817855284,"E":1653817855289}}"""),
    /** Binance: a mark price with index and funding. */
    BINANCE_MARK("BTCUSDT", """
            {"stream":"btcusdt@markPrice","data":{"e":"markPriceUpdate","E":1617308820003,"s":"BTCUSDT",\
            "p":"58940.14924532","i":"58857.26693664","r":"0.00058455","T":1617321600000}}"""),
    /** Binance: a liquidation. */
    BINANCE_LIQUIDATION("BTCUSDT", """
            {"stream":"!forceOrder@arr","data":{"e":"forceOrder","E":5,"o":{"s":"BTCUSDT","S":"SELL","q":"0.190",\
            "p":"82338.30","ap":"82651.90","z":"0.170","T":1791565602120}}}"""),
    /** Bybit: one fill, named by a UUID. */
    BYBIT_TRADE("BTCUSDT", """
            {"topic":"publicTrade.BTCUSDT","type":"snapshot","ts":1786310819681,"data":[{"T":1786310819680,\
            "s":"BTCUSDT","S":"Sell","v":"0.004","p":"65114.20","L":"MinusTick",\
            "i":"a9188a0a-82bc-50de-be60-03eedbe3cdd7","BT":false,"RPI":false,"seq":753843954913}]}"""),
    /** Bybit: a quote. */
    BYBIT_QUOTE("BTCUSDT", """
            {"topic":"orderbook.1.BTCUSDT","type":"snapshot","ts":1786310818129,"data":{"s":"BTCUSDT",\
            "b":[["65114.20","6.054"]],"a":[["65114.30","10.486"]],"u":15076952,"seq":753843913870},\
            "cts":1786310818127}"""),
    /** Bybit: a mark price that changed. */
    BYBIT_MARK("BTCUSDT", """
            {"topic":"tickers.BTCUSDT","type":"delta","data":{"symbol":"BTCUSDT","markPrice":"65117.43",\
            "openInterestValue":"3899995666.09","ask1Price":"65114.30","ask1Size":"10.488"},\
            "cs":753843915209,"ts":1786310818183}"""),
    /** Bybit: mark price, funding and open interest. */
    BYBIT_TICKER("BTCUSDT", """
            {"topic":"tickers.BTCUSDT","type":"snapshot","data":{"symbol":"BTCUSDT","tickDirection":"ZeroPlusTick",\
            "price24hPcnt":"0.001624","lastPrice":"65114.30","prevPrice24h":"65008.70","highPrice24h":"65282.30",\
            "lowPrice24h":"64694.40","prevPrice1h":"65083.80","markPrice":"65117.44","indexPrice":"65137.76",\
            "openInterest":"59891.732","openInterestValue":"3899996265.01","turnover24h":"1142118412.9021",\
            "volume24h":"17573.9120","fundingIntervalHour":"8","fundingCap":"0.005","singleOpenInterest":"29945.866",\
            "singleOpenInterestValue":"1949998132.50","nextFundingTime":"1786320000000","fundingRate":"0.0001",\
            "bid1Price":"65114.20","bid1Size":"5.954","ask1Price":"65114.30","ask1Size":"10.470","preOpenPrice":"",\
            "preQty":"","curPreListingPhase":""},"cs":753843900397,"ts":1786310817583}"""),
    /** Bybit: two liquidations. */
    BYBIT_LIQUIDATIONS("BTCUSDT", """
            {"topic":"allLiquidation.BTCUSDT","type":"snapshot","ts":1791565601482,"data":[{"T":1791565600992,\
            "s":"BTCUSDT","S":"Buy","v":"0.006","p":"82396.90"},{"T":1791565601058,"s":"BTCUSDT","S":"Buy",\
            "v":"0.038","p":"82394.30"}]}"""),
    /** OKX: the fills of one order at one price. */
    OKX_TRADE("BTC-USDT-SWAP", """
            {"arg":{"channel":"trades","instId":"BTC-USDT-SWAP"},"data":[{"instId":"BTC-USDT-SWAP",\
            "tradeId":"1391082124","px":"83434.4","sz":"8.55","side":"buy","ts":"1791391081874","count":"3",\
            "source":"0","seqId":1234}]}"""),
    /** OKX: a quote. */
    OKX_QUOTE("BTC-USDT-SWAP", """
            {"arg":{"channel":"bbo-tbt","instId":"BTC-USDT-SWAP"},"data":[{"asks":[["20386.8","7","0","2"]],\
            "bids":[["20386.7","50.5","0","5"]],"ts":"1656642503092","seqId":3235851742}]}"""),
    /** OKX: a mark price. */
    OKX_MARK("BTC-USDT-SWAP", """
            {"arg":{"channel":"mark-price","instId":"BTC-USDT-SWAP"},"data":[{"instId":"BTC-USDT-SWAP",\
            "instType":"SWAP","markPx":"77760.9","ts":"1789147120391"}]}"""),
    /** OKX: open interest of 20 digits. */
    OKX_OPEN_INTEREST("BTC-USDT-SWAP", """
            {"arg":{"channel":"open-interest","instId":"BTC-USDT-SWAP"},"data":[{"instId":"BTC-USDT-SWAP",\
            "instType":"SWAP","oi":"642754.78126707589341","oiCcy":"6427.5478126707589341",\
            "oiUsd":"499918599.999999953","ts":"1789147120395"}]}"""),
    /** OKX: a liquidation. */
    OKX_LIQUIDATION("BTC-USDT-SWAP", """
            {"arg":{"channel":"liquidation-orders","instType":"SWAP"},"data":[{"details":[{"bkLoss":"0",\
            "bkPx":"82655.7","ccy":"","posSide":"long","side":"sell","sz":"8.55","ts":"1791565600771"}],\
            "instFamily":"BTC-USDT","instId":"BTC-USDT-SWAP","instType":"SWAP","uly":"BTC-USDT"}]}"""),
    /** Gate: one fill. */
    GATE_TRADE("BTC_USDT", """
            {"time":1616327563,"time_ms":1616327563921,"channel":"futures.trades","event":"update",\
            "result":[{"size":-50,"id":15366793,"create_time":1616327563,"create_time_ms":1616327563918,\
            "price":"56233.3","contract":"BTC_USDT"}]}"""),
    /** Gate: a quote. */
    GATE_QUOTE("BTC_USDT", """
            {"time":1684930165,"time_ms":1684930165631,"channel":"futures.book_ticker","event":"update",\
            "result":{"t":1684930165621,"u":6159967,"s":"BTC_USDT","b":"31709.2","B":119926,"a":"31709.3","A":56231}}"""),
    /** Gate: mark price, open interest and funding. */
    GATE_TICKER("BTC_USDT", """
            {"time":1654162715,"time_ms":1654162715321,"channel":"futures.tickers","event":"update",\
            "result":[{"contract":"BTC_USDT","last":"29885.9","change_percentage":"-5.61","funding_rate":"-0.00004",\
            "mark_price":"29908","index_price":"29908.95","total_size":"754413619","volume_24h":"337595135",\
            "quanto_base_rate":"","low_24h":"29280","high_24h":"31880","volume_24h_base":"33759"}]}"""),
    /** Hyperliquid: one fill. */
    HYPERLIQUID_TRADE("BTC", """
            {"channel":"trades","data":[{"coin":"BTC",\
            "hash":"0xde477894bfb2b4eac0a8041c9228ca013100955485522c8e6e787dfa0077475b","px":"105056.0","side":"B",\
            "sz":"0.002","tid":121451470284048,"time":1737918794873,\
            "users":["0xe9ed7e16612d676df804f5aecd16e1f9bf9ec9dd","0x6802b4267f7f2bf7003dcf993c51542245b38329"]}]}"""),
    /** Hyperliquid: a quote. */
    HYPERLIQUID_QUOTE("BTC", """
            {"channel":"bbo","data":{"coin":"BTC","time":1750948919838,"bbo":[{"px":"107575.0","sz":"3.879","n":17},\
            {"px":"107576.0","sz":"0.5","n":2}]}}""");

    private final String symbol;
    private final String frame;

    DecodeCase(String symbol, String frame) {
        this.symbol = symbol;
        this.frame = frame;
    }

    /** An adapter that has the message's instrument. */
    ExchangeAdapter adapter() {
        ExchangeAdapterProvider provider = provider();
        Token token = new Token(0, "BTC", "default", -2, -3, -8, 480);
        return provider.create(
                List.of(new Instrument(0, provider.venue(), 0, symbol, token)), Settings.of("benchmark", Map.of()));
    }

    private ExchangeAdapterProvider provider() {
        return switch (this) {
            case BINANCE_TRADE, BINANCE_QUOTE, BINANCE_MARK, BINANCE_LIQUIDATION -> new BinanceProvider();
            case BYBIT_TRADE, BYBIT_QUOTE, BYBIT_MARK, BYBIT_TICKER, BYBIT_LIQUIDATIONS -> new BybitProvider();
            case OKX_TRADE, OKX_QUOTE, OKX_MARK, OKX_OPEN_INTEREST, OKX_LIQUIDATION -> new OkxProvider();
            case GATE_TRADE, GATE_QUOTE, GATE_TICKER -> new GateProvider();
            case HYPERLIQUID_TRADE, HYPERLIQUID_QUOTE -> new HyperliquidProvider();
        };
    }

    byte[] frame() {
        return frame.getBytes(StandardCharsets.UTF_8);
    }
}
