package pawl.plugin.exchange.gate;

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
final class Gate {
    private static final Settings NONE = Settings.of("venues.gate", Map.of());

    private Gate() {}

    /**
     * BTC_USDT of 0.0001 BTC, prices with 1 decimal, quantities with 6; CHZ_USDT of 10 CHZ, prices with 5, quantities with 2; mark
     * prices with 8, fundings every 8 h; ETC_USDT of BTC_USDT's numbers.
     */
    static List<Instrument> instruments() {
        return List.of(
                instrument(0, "BTC_USDT", -1, -6, "0.0001"),
                instrument(1, "CHZ_USDT", -5, -2, "10"),
                instrument(2, "ETC_USDT", -1, -6, "0.0001"));
    }

    static Instrument instrument(
            int index, String symbol, int priceExponent, int quantityExponent, String contractSize) {
        Token token = new Token(index, "T" + index, "default", priceExponent, quantityExponent, -8, 480);
        return new Instrument(index, "gate", 0, symbol, token, ContractSize.of(new BigDecimal(contractSize)));
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
        return new GateProvider().create(instruments, NONE);
    }

    static FeedProtocol protocol(String... symbols) {
        return new GateProvider().protocol(fine(List.of(symbols)), NONE).orElseThrow();
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

    /** A channel's update, sent at 1684930165631. */
    static String update(String channel, String result) {
        return "{\"time\":1684930165,\"time_ms\":1684930165631,\"channel\":\"" + channel
                + "\",\"event\":\"update\",\"result\":" + result + "}";
    }
}
