package pawl.plugin.exchange.binance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pawl.api.exchange.FeedProtocol;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;
import pawl.api.token.Token;

/** Protocols for symbols given by name. */
final class Protocols {
    private Protocols() {}

    static FeedProtocol of(String... symbols) {
        List<Instrument> instruments = new ArrayList<>();
        for (String symbol : symbols) {
            int index = instruments.size();
            Token token = new Token(index, "T" + index, "default", -2, -3, -8, 480);
            instruments.add(new Instrument(index, "binance", 0, symbol, token));
        }
        return new BinanceProvider()
                .protocol(instruments, Settings.of("venues.binance", Map.of()))
                .orElseThrow();
    }
}
