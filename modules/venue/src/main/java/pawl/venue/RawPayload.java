package pawl.venue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Messages that were recorded without an envelope, from which their streams' names can be told. */
final class RawPayload {
    private static final byte[] START = "{\"e\":\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] EVENT = JsonScan.key("e");
    private static final byte[] SYMBOL = JsonScan.key("s");
    private static final Map<String, String> CHANNELS = Map.of(
            "aggTrade", "aggTrade",
            "trade", "trade",
            "bookTicker", "bookTicker",
            "depthUpdate", "depth",
            "markPriceUpdate", "markPrice",
            "forceOrder", "forceOrder");

    private RawPayload() {}

    /** Empty when it is no such message. */
    static Optional<byte[]> envelope(byte[] bytes) {
        if (!JsonScan.startsWith(bytes, 0, START)) {
            return Optional.empty();
        }
        String channel = CHANNELS.get(JsonScan.string(bytes, 0, bytes.length, EVENT));
        String symbol = JsonScan.string(bytes, 0, bytes.length, SYMBOL);
        if (channel == null || symbol.isEmpty()) {
            return Optional.empty();
        }
        String stream = symbol.toLowerCase(Locale.ROOT) + "@" + channel;
        byte[] head = ("{\"stream\":\"" + stream + "\",\"data\":").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + bytes.length + 1];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(bytes, 0, all, head.length, bytes.length);
        all[all.length - 1] = '}';
        return Optional.of(all);
    }
}
