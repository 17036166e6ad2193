package pawl.venue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The symbols that are known, and how finely their prices and quantities are written; filled on the source's thread, read on the loop. */
final class InstrumentBook {
    private static final byte[] PRICE = JsonScan.key("p");
    private static final byte[] QUANTITY = JsonScan.key("q");
    private static final byte[] BID = JsonScan.key("b");
    private static final byte[] BID_QUANTITY = JsonScan.key("B");
    /** For a symbol of which nothing was read: no price is finer. */
    private static final Decimals FINEST = new Decimals(8, 8);

    /** How many digits behind the point. */
    record Decimals(int price, int quantity) {
        Decimals merge(Decimals other) {
            return new Decimals(Math.max(price, other.price), Math.max(quantity, other.quantity));
        }
    }

    private static final byte[] SYMBOL = JsonScan.key("symbol");
    private static final byte[] OPEN_INTEREST = JsonScan.key("openInterest");

    private final Map<String, Decimals> seen = new ConcurrentHashMap<>();
    private final Map<String, String> firstOpenInterests = new ConcurrentHashMap<>();
    private final List<String> configured;

    InstrumentBook(List<String> configured) {
        this.configured = configured.stream()
                .map(symbol -> symbol.toUpperCase(Locale.ROOT))
                .toList();
    }

    void see(StreamFrame frame) {
        String symbol = frame.stream().symbol();
        if (symbol.isEmpty()) {
            return;
        }
        boolean isQuote = frame.stream().name().endsWith("@bookTicker");
        if (!isQuote && frame.tradeId() < 0) {
            return;
        }
        byte[] bytes = frame.bytes();
        int price = JsonScan.decimals(bytes, frame.dataStart(), bytes.length, isQuote ? BID : PRICE);
        int quantity = JsonScan.decimals(bytes, frame.dataStart(), bytes.length, isQuote ? BID_QUANTITY : QUANTITY);
        Decimals known = seen.get(symbol);
        if (known == null || price > known.price() || quantity > known.quantity()) {
            seen.merge(symbol, new Decimals(Math.max(0, price), Math.max(0, quantity)), Decimals::merge);
        }
    }

    void see(RestBody body) {
        byte[] bytes = body.bytes();
        String openInterest = JsonScan.string(bytes, 0, bytes.length, OPEN_INTEREST);
        if (!openInterest.isEmpty()) {
            firstOpenInterests.putIfAbsent(JsonScan.string(bytes, 0, bytes.length, SYMBOL), openInterest);
        }
    }

    /** What was first read of the symbol's open interest, which may not have come up in the market yet. */
    Optional<String> firstOpenInterest(String symbol) {
        return Optional.ofNullable(firstOpenInterests.get(symbol));
    }

    boolean isKnown(String symbol) {
        return seen.containsKey(symbol) || configured.contains(symbol);
    }

    /** By symbol. */
    SortedMap<String, Decimals> all() {
        SortedMap<String, Decimals> all = new TreeMap<>();
        configured.forEach(symbol -> all.put(symbol, FINEST));
        all.putAll(seen);
        return all;
    }
}
