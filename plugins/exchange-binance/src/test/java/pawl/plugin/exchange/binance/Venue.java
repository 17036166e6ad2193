package pawl.plugin.exchange.binance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.testkit.CanonicalEvent;
import pawl.testkit.RecordingSink;

/** Adapters for symbols given by name, and frames given as text. */
final class Venue {
    /** Enough of both for every symbol of the data. */
    static final int FINE_PRICE_EXPONENT = -8;

    static final int FINE_QUANTITY_EXPONENT = -8;

    private Venue() {}

    /** Prices with 2 decimals, quantities with 3, mark prices with 8, fundings every 8 h. */
    static ExchangeAdapter adapter(String... symbols) {
        return adapter(-2, -3, List.of(symbols));
    }

    static ExchangeAdapter adapter(int priceExponent, int quantityExponent, List<String> symbols) {
        List<Instrument> instruments = new ArrayList<>();
        for (String symbol : symbols) {
            int index = instruments.size();
            Token token = new Token(index, symbol, "default", priceExponent, quantityExponent, -8, 480);
            instruments.add(new Instrument(index, "binance", 0, symbol, token));
        }
        return new BinanceProvider().create(instruments, Settings.of("venues.binance", Map.of()));
    }

    /** How many calls of each kind there were; of ignored messages how many for each reason. */
    static Map<String, Integer> counts(RecordingSink sink) {
        Map<String, Integer> counts = new TreeMap<>();
        for (CanonicalEvent event : sink.events()) {
            String name = event instanceof CanonicalEvent.Ignored ignored
                    ? "ignored " + ignored.reason()
                    : event.getClass().getSimpleName();
            counts.merge(name, 1, Integer::sum);
        }
        return counts;
    }

    static List<CanonicalEvent> decode(ExchangeAdapter adapter, String frame) throws FrameRefusedException {
        RecordingSink sink = new RecordingSink();
        byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
        adapter.decode(bytes, 0, bytes.length, sink);
        return sink.events();
    }

    /** Decodes with an instrument BTCUSDT only. */
    static List<CanonicalEvent> decode(String frame) throws FrameRefusedException {
        return decode(adapter("BTCUSDT"), frame);
    }
}
