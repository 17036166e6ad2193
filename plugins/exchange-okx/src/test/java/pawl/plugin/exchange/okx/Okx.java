package pawl.plugin.exchange.okx;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pawl.api.decimal.ContractSize;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.testkit.CanonicalEvent;
import pawl.testkit.RecordingSink;

/** Instruments, adapters and protocols for tests, and frames given as text. */
final class Okx {
    static final String BTC = "BTC-USDT-SWAP";
    static final String CHZ = "CHZ-USDT-SWAP";
    private static final Settings NONE = Settings.of("venues.okx", Map.of());

    private Okx() {}

    /**
     * BTC-USDT-SWAP of 0.01 BTC, prices with 1 decimal, quantities with 6; CHZ-USDT-SWAP of 10 CHZ, prices with 5, quantities with 2;
     * mark prices with 8, fundings every 8 h.
     */
    static List<Instrument> instruments() {
        return List.of(instrument(0, BTC, -1, -6, "0.01"), instrument(1, CHZ, -5, -2, "10"));
    }

    static Instrument instrument(
            int index, String symbol, int priceExponent, int quantityExponent, String contractSize) {
        Token token = new Token(index, "T" + index, "default", priceExponent, quantityExponent, -8, 480);
        return new Instrument(index, "okx", 0, symbol, token, ContractSize.of(new BigDecimal(contractSize)));
    }

    /** Instruments of base units, fine enough for every symbol of the data. */
    static List<Instrument> fine(List<String> symbols) {
        List<Instrument> instruments = new ArrayList<>();
        for (String symbol : symbols) {
            instruments.add(instrument(instruments.size(), symbol, -8, -8, "1"));
        }
        return instruments;
    }

    static ExchangeAdapter adapter(List<Instrument> instruments) {
        return new OkxProvider().create(instruments, NONE);
    }

    static FeedProtocol protocol(String... symbols) {
        return new OkxProvider().protocol(fine(List.of(symbols)), NONE).orElseThrow();
    }

    static List<CanonicalEvent> decode(String frame) throws FrameRefusedException {
        return decode(adapter(instruments()), bytes(frame));
    }

    static List<CanonicalEvent> decode(ExchangeAdapter adapter, byte[] frame) throws FrameRefusedException {
        RecordingSink sink = new RecordingSink();
        adapter.decode(frame, 0, frame.length, sink);
        return sink.events();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A channel's message about BTC-USDT-SWAP. */
    static String message(String channel, String... rows) {
        return "{\"arg\":{\"channel\":\"" + channel + "\",\"instId\":\"" + BTC + "\"},\"data\":["
                + String.join(",", rows) + "]}";
    }
}
