package pawl.venue;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What has come up in the market so far, as far as REST requests ask for it. On the event loop alone. */
final class MarketMemory {
    /** @param value in the source's words */
    record OpenInterest(String value, long timeMs) {}

    /** A settled one. */
    record Funding(String rate, String markPrice) {}

    private static final JsonMapper MAPPER = new JsonMapper();

    private final int tradesKept;
    private final Map<String, TradeTape> trades = new HashMap<>();
    private final Map<String, OpenInterest> openInterests = new HashMap<>();
    private final SortedMap<String, PremiumIndex> premiums = new TreeMap<>();
    private final SortedMap<String, NavigableMap<Long, Funding>> fundings = new TreeMap<>();
    private final SortedMap<String, JsonNode> fundingInfos = new TreeMap<>();

    MarketMemory(VenueLimits limits) {
        tradesKept = limits.tradesKept();
    }

    void see(StreamFrame frame) {
        if (frame.tradeId() >= 0) {
            tape(frame.stream().symbol())
                    .put(frame.tradeId(), new TapedTrade(frame.bytes(), frame.dataStart(), frame.dataEnd()));
        } else if (frame.stream().isMarkPrice() && !frame.stream().symbol().isEmpty()) {
            premiums.put(frame.stream().symbol(), PremiumIndex.of(frame));
        }
    }

    /** False when it is nothing that is known here. */
    boolean see(RestBody body) {
        JsonNode root;
        try {
            root = MAPPER.readTree(body.bytes());
        } catch (JacksonException e) {
            return false;
        }
        if (root.has("backfill")) {
            seeBackfill(root);
            return true;
        }
        if (!root.isArray()) {
            return seeRow(root);
        }
        boolean isKnown = false;
        for (JsonNode row : root) {
            isKnown |= seeRow(row);
        }
        return isKnown;
    }

    private void seeBackfill(JsonNode root) {
        TradeTape tape = tape(root.path("backfill").asString(""));
        for (JsonNode row : root.path("trades")) {
            byte[] json = MAPPER.writeValueAsBytes(row);
            tape.put(row.path("a").asLong(0), new TapedTrade(json, 0, json.length));
        }
    }

    private boolean seeRow(JsonNode row) {
        String symbol = row.path("symbol").asString("");
        if (symbol.isEmpty()) {
            return false;
        }
        if (row.has("openInterest")) {
            openInterests.put(
                    symbol,
                    new OpenInterest(
                            row.path("openInterest").asString(""),
                            row.path("time").asLong(0)));
        } else if (row.has("lastFundingRate")) {
            premiums.put(symbol, PremiumIndex.of(row));
        } else if (row.has("fundingTime")) {
            fundings.computeIfAbsent(symbol, key -> new TreeMap<>())
                    .put(
                            row.path("fundingTime").asLong(0),
                            new Funding(
                                    row.path("fundingRate").asString(""),
                                    row.path("markPrice").asString("")));
        } else if (row.has("fundingIntervalHours")) {
            fundingInfos.put(symbol, row);
        } else {
            return false;
        }
        return true;
    }

    TradeTape tape(String symbol) {
        return trades.computeIfAbsent(symbol, key -> new TradeTape(tradesKept));
    }

    Optional<OpenInterest> openInterest(String symbol) {
        return Optional.ofNullable(openInterests.get(symbol));
    }

    SortedMap<String, PremiumIndex> premiums() {
        return premiums;
    }

    /** By symbol, then by time in ms. */
    SortedMap<String, NavigableMap<Long, Funding>> fundings() {
        return fundings;
    }

    /** Of those symbols whose intervals or limits were adjusted, by symbol. */
    SortedMap<String, JsonNode> fundingInfos() {
        return fundingInfos;
    }
}
