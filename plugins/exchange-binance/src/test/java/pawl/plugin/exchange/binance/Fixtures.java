package pawl.plugin.exchange.binance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The recorded messages that are committed, and some more that hold what they do not. */
final class Fixtures {
    private static final List<String> MORE =
            List.of("""
            {"stream":"!forceOrder@arr","data":{"e":"forceOrder","E":1791391083124,"o":{"s":"BTCUSDT","S":"SELL","o":"LIMIT",\
            "f":"IOC","q":"116.5","p":"3.80300","ap":"3.85642","X":"FILLED","l":"25.2","z":"116.5","T":1791391082119,\
            "ps":"BTCUSDT","st":1}}}""", """
            {"stream":"btcusdt@trade","data":{"e":"trade","E":1721347202824,"T":1721347202824,"s":"BTCUSDT","t":5182006712,\
            "p":"63959.90","q":"0.003","X":"MARKET","m":true}}""", """
            {"backfill":"BTCUSDT","trades":[{"a":154676475,"p":"11376.16","q":"0.001","f":230188317,"l":230188317,\
            "T":1602989582346,"m":false},{"a":154676476,"p":"11378.00","q":"0.004","f":230188318,"l":230188320,\
            "T":1602989582346,"m":true}]}""", """
            {"stream":"btcusdt@kline_1m","data":{"e":"kline","E":1,"s":"BTCUSDT","k":{"t":1, "x":false, "B":"0"}}}""", "{\"result\":null,\"id\":1}", "{\"code\":2,\"msg\":\"Invalid request\"}");

    private Fixtures() {}

    static List<byte[]> all() {
        List<byte[]> frames = new ArrayList<>();
        frames.addAll(lines("streams_2021-2022.jsonl"));
        frames.addAll(lines("rest_2020-2023.jsonl"));
        MORE.forEach(frame -> frames.add(frame.getBytes(StandardCharsets.UTF_8)));
        return frames;
    }

    static List<byte[]> lines(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream("/fixtures/" + name)) {
            return SharedData.split(Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
