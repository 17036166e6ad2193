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
import pawl.plugin.exchange.gate.GateProvider;
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
            "quanto_base_rate":"","low_24h":"29280","high_24h":"31880","volume_24h_base":"33759"}]}""");

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
            case OKX_TRADE, OKX_QUOTE, OKX_MARK, OKX_OPEN_INTEREST, OKX_LIQUIDATION -> new OkxProvider();
            case GATE_TRADE, GATE_QUOTE, GATE_TICKER -> new GateProvider();
        };
    }

    byte[] frame() {
        return frame.getBytes(StandardCharsets.UTF_8);
    }
}
