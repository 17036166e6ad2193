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
            "p":"82338.30","ap":"82651.90","z":"0.170","T":1791565602120}}}""");

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
        };
    }

    byte[] frame() {
        return frame.getBytes(StandardCharsets.UTF_8);
    }
}
