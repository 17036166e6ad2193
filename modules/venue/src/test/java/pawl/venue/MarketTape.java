package pawl.venue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A market for tests: frames that are given one by one, at times after a fixed beginning. */
final class MarketTape {
    /** When the market begins. */
    static final long START_MS = 1_791_391_080_000L;

    private static final long NS_PER_MS = 1_000_000;

    private record Entry(String feed, long arrivalNs, byte[] bytes) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    MarketTape raw(String feed, long afterMs, String text) {
        entries.add(new Entry(feed, (START_MS + afterMs) * NS_PER_MS, text.getBytes(StandardCharsets.UTF_8)));
        texts.add(text);
        return this;
    }

    MarketTape trade(String symbol, long id, long afterMs) {
        return raw("binance/market", afterMs, tradeText(symbol, id, afterMs));
    }

    static String tradeText(String symbol, long id, long afterMs) {
        return "{\"stream\":\"" + symbol.toLowerCase(Locale.ROOT) + "@aggTrade\",\"data\":"
                + tradeData(symbol, id, afterMs) + "}";
    }

    static String tradeData(String symbol, long id, long afterMs) {
        long timeMs = START_MS + afterMs;
        return "{\"e\":\"aggTrade\",\"E\":" + timeMs + ",\"a\":" + id + ",\"s\":\"" + symbol
                + "\",\"p\":\"0.07251\",\"q\":\"316\",\"nq\":\"300\",\"f\":" + 2 * id + ",\"l\":" + (2 * id + 1)
                + ",\"T\":" + (timeMs - 150) + ",\"m\":true,\"st\":1}";
    }

    MarketTape quote(String symbol, long updateId, long afterMs) {
        return raw("binance/public", afterMs, quoteText(symbol, updateId, afterMs));
    }

    static String quoteText(String symbol, long updateId, long afterMs) {
        long timeMs = START_MS + afterMs;
        return "{\"stream\":\"" + symbol.toLowerCase(Locale.ROOT)
                + "@bookTicker\",\"data\":{\"e\":\"bookTicker\",\"u\":" + updateId
                + ",\"s\":\"" + symbol + "\",\"ps\":\"" + symbol
                + "\",\"b\":\"0.07250\",\"B\":\"4100\",\"a\":\"0.07252\",\"A\":\"3900\",\"T\":" + timeMs + ",\"E\":"
                + timeMs
                + ",\"st\":1}}";
    }

    MarketTape markPrice(String symbol, String price, long afterMs) {
        long timeMs = START_MS + afterMs;
        return raw(
                "binance/market",
                afterMs,
                "{\"stream\":\"" + symbol.toLowerCase(Locale.ROOT)
                        + "@markPrice\",\"data\":{\"e\":\"markPriceUpdate\",\"E\":" + timeMs
                        + ",\"s\":\"" + symbol + "\",\"p\":\"" + price
                        + "\",\"ap\":\"0.07250000\",\"P\":\"0.07249000\",\"i\":\"0.07248000\",\"r\":\"0.00010000\",\"T\":"
                        + (START_MS + 3_600_000) + ",\"st\":1}}");
    }

    MarketTape openInterest(String symbol, String value, long afterMs) {
        return raw(
                "binance/rest",
                afterMs,
                "{\"openInterest\":\"" + value + "\",\"symbol\":\"" + symbol + "\",\"time\":"
                        + (START_MS + afterMs - 80) + "}");
    }

    /** As they were given. */
    List<String> texts() {
        return texts;
    }

    VenueFrames frames() {
        return new VenueFrames() {
            private int next = -1;

            @Override
            public boolean next() {
                next++;
                return next < entries.size();
            }

            @Override
            public String feed() {
                return entries.get(next).feed();
            }

            @Override
            public long arrivalNs() {
                return entries.get(next).arrivalNs();
            }

            @Override
            public byte[] bytes() {
                return entries.get(next).bytes();
            }

            @Override
            public int offset() {
                return 0;
            }

            @Override
            public int length() {
                return bytes().length;
            }

            @Override
            public void close() {}
        };
    }
}
