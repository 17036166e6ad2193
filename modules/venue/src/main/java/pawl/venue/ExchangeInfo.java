package pawl.venue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /fapi/v1/exchangeInfo}: the symbols, with filters no finer than what was seen of each. */
final class ExchangeInfo {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> QUOTE_ASSETS = List.of("USDT", "USDC", "BUSD", "FDUSD", "BTC");
    private static final long PERPETUAL_DELIVERY_MS = 4_133_404_800_000L;
    private static final long ONBOARD_MS = 1_569_398_400_000L;

    private final InstrumentBook instruments;
    private final FrameFaults faults;
    private final VenueLimits limits;

    ExchangeInfo(InstrumentBook instruments, FrameFaults faults, VenueLimits limits) {
        this.instruments = instruments;
        this.faults = faults;
        this.limits = limits;
    }

    /** @param serverTimeMs by the market's clock */
    ObjectNode document(long serverTimeMs) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("timezone", "UTC").put("serverTime", serverTimeMs).put("futuresType", "U_MARGINED");
        root.putArray("rateLimits")
                .addObject()
                .put("rateLimitType", "REQUEST_WEIGHT")
                .put("interval", "MINUTE")
                .put("intervalNum", 1)
                .put("limit", limits.weightPerMinute());
        root.putArray("exchangeFilters");
        root.putArray("assets");
        ArrayNode symbols = root.putArray("symbols");
        for (Map.Entry<String, InstrumentBook.Decimals> entry :
                instruments.all().entrySet()) {
            describe(symbols.addObject(), entry.getKey(), entry.getValue(), serverTimeMs);
        }
        return root;
    }

    private void describe(ObjectNode node, String symbol, InstrumentBook.Decimals decimals, long serverTimeMs) {
        String quote =
                QUOTE_ASSETS.stream().filter(symbol::endsWith).findFirst().orElse("");
        String base = symbol.substring(0, symbol.length() - quote.length());
        boolean isDelisted = faults.isDelisted(symbol);
        node.put("symbol", symbol).put("pair", symbol).put("contractType", "PERPETUAL");
        node.put("deliveryDate", isDelisted ? serverTimeMs : PERPETUAL_DELIVERY_MS);
        node.put("onboardDate", ONBOARD_MS).put("status", isDelisted ? "SETTLING" : "TRADING");
        node.put("maintMarginPercent", "2.5000").put("requiredMarginPercent", "5.0000");
        node.put("baseAsset", base).put("quoteAsset", quote).put("marginAsset", quote);
        node.put("pricePrecision", decimals.price()).put("quantityPrecision", decimals.quantity());
        node.put("baseAssetPrecision", 8).put("quotePrecision", 8);
        node.put("underlyingType", "COIN").putArray("underlyingSubType");
        node.put("triggerProtect", "0.0500").put("liquidationFee", "0.015000").put("marketTakeBound", "0.05");
        filters(node.putArray("filters"), decimals);
        node.putArray("orderTypes").add("LIMIT").add("MARKET");
        node.putArray("timeInForce").add("GTC").add("IOC").add("FOK").add("GTX");
    }

    private static void filters(ArrayNode filters, InstrumentBook.Decimals decimals) {
        String tick = unit(decimals.price());
        String step = unit(decimals.quantity());
        filters.addObject()
                .put("filterType", "PRICE_FILTER")
                .put("minPrice", tick)
                .put("maxPrice", "10000000")
                .put("tickSize", tick);
        for (String type : List.of("LOT_SIZE", "MARKET_LOT_SIZE")) {
            filters.addObject()
                    .put("filterType", type)
                    .put("minQty", step)
                    .put("maxQty", "10000000")
                    .put("stepSize", step);
        }
        filters.addObject().put("filterType", "MAX_NUM_ORDERS").put("limit", 200);
        filters.addObject().put("filterType", "MIN_NOTIONAL").put("notional", "5");
        filters.addObject()
                .put("filterType", "PERCENT_PRICE")
                .put("multiplierUp", "1.0500")
                .put("multiplierDown", "0.9500")
                .put("multiplierDecimal", "4");
    }

    private static String unit(int decimals) {
        return BigDecimal.ONE.movePointLeft(decimals).toPlainString();
    }
}
