package pawl.plugin.exchange.hyperliquid;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.testkit.CanonicalEvent;
import pawl.testkit.RecordingSink;

/** Instruments, adapters and protocols for tests, and frames given as text. */
final class Hyperliquid {
    private static final Settings NONE = Settings.of("venues.hyperliquid", Map.of());

    private Hyperliquid() {}

    /** Prices with 1 decimal, quantities with 5, mark prices with 8, fundings every 8 h. */
    static List<Instrument> instruments(String... symbols) {
        return instruments(-1, -5, List.of(symbols));
    }

    static List<Instrument> instruments(int priceExponent, int quantityExponent, List<String> symbols) {
        List<Instrument> instruments = new ArrayList<>();
        for (String symbol : symbols) {
            int index = instruments.size();
            Token token = new Token(index, "T" + index, "default", priceExponent, quantityExponent, -8, 480);
            instruments.add(new Instrument(index, "hyperliquid", 0, symbol, token));
        }
        return instruments;
    }

    static ExchangeAdapter adapter(List<Instrument> instruments) {
        return new HyperliquidProvider().create(instruments, NONE);
    }

    static FeedProtocol protocol(List<Instrument> instruments) {
        return new HyperliquidProvider().protocol(instruments, NONE).orElseThrow();
    }

    static List<CanonicalEvent> decode(String frame) throws FrameRefusedException {
        return decode(adapter(instruments("BTC", "kPEPE")), frame);
    }

    static List<CanonicalEvent> decode(ExchangeAdapter adapter, String frame) throws FrameRefusedException {
        RecordingSink sink = new RecordingSink();
        byte[] bytes = bytes(frame);
        adapter.decode(bytes, 0, bytes.length, sink);
        return sink.events();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
