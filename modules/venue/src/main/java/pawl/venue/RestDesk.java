package pawl.venue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Knows the answers to REST requests. */
final class RestDesk {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int NOT_FOUND = 404;
    private static final int DEFAULT_TRADES = 500;
    private static final int DEFAULT_FUNDINGS = 100;
    private static final List<String> TRADE_TEXTS = List.of("p", "q", "nq");
    private static final List<String> TRADE_NUMBERS = List.of("f", "l", "T");

    private final MarketClock clock;
    private final MarketMemory memory;
    private final InstrumentBook instruments;
    private final FrameFaults faults;
    private final ExchangeInfo exchangeInfo;
    private final Map<String, Function<RestRequest, RestAnswer>> answers = new TreeMap<>();

    RestDesk(
            MarketClock clock,
            MarketMemory memory,
            InstrumentBook instruments,
            FrameFaults faults,
            VenueLimits limits) {
        this.clock = clock;
        this.memory = memory;
        this.instruments = instruments;
        this.faults = faults;
        exchangeInfo = new ExchangeInfo(instruments, faults, limits);
        answers.put("/fapi/v1/ping", request -> RestAnswer.of(MAPPER.createObjectNode()));
        answers.put("/fapi/v1/time", request -> time());
        answers.put("/fapi/v1/exchangeInfo", request -> RestAnswer.of(exchangeInfo.document(clock.nowMs())));
        answers.put("/fapi/v1/aggTrades", this::aggregateTrades);
        answers.put("/fapi/v1/openInterest", this::openInterest);
        answers.put("/fapi/v1/premiumIndex", this::premiumIndex);
        answers.put("/fapi/v1/fundingRate", this::fundingRate);
        answers.put("/fapi/v1/fundingInfo", request -> fundingInfo());
    }

    RestAnswer answer(RestRequest request) {
        Function<RestRequest, RestAnswer> answer = answers.get(request.path());
        return answer == null
                ? RestAnswer.error(NOT_FOUND, -5000, "Path is invalid: there is no such resource here.")
                : answer.apply(request);
    }

    boolean isKnown(String path) {
        return answers.containsKey(path);
    }

    private RestAnswer time() {
        return RestAnswer.of(MAPPER.createObjectNode().put("serverTime", clock.nowMs()));
    }

    private RestAnswer aggregateTrades(RestRequest request) {
        String symbol = request.symbol();
        if (symbol.isEmpty()) {
            return RestAnswer.missing("symbol");
        }
        if (!instruments.isKnown(symbol)) {
            return RestAnswer.invalidSymbol();
        }
        TradeTape tape = memory.tape(symbol);
        int limit = request.limit(DEFAULT_TRADES);
        long startMs = request.number("startTime", Long.MIN_VALUE);
        long endMs = request.number("endTime", Long.MAX_VALUE);
        boolean isBounded = !request.text("fromId").isEmpty() || startMs != Long.MIN_VALUE || endMs != Long.MAX_VALUE;
        List<TapedTrade> trades = isBounded
                ? tape.from(
                        request.number("fromId", 0),
                        trade -> trade.timeMs() >= startMs && trade.timeMs() <= endMs,
                        limit)
                : tape.latest(limit);
        ArrayNode rows = MAPPER.createArrayNode();
        trades.forEach(trade -> describe(rows.addObject(), trade));
        return RestAnswer.of(rows);
    }

    private static void describe(ObjectNode row, TapedTrade trade) {
        row.put("a", trade.number(JsonScan.key("a")));
        for (String name : TRADE_TEXTS) {
            String text = trade.text(JsonScan.key(name));
            if (!text.isEmpty()) {
                row.put(name, text);
            }
        }
        for (String name : TRADE_NUMBERS) {
            row.put(name, trade.number(JsonScan.key(name)));
        }
        row.put("m", trade.text(JsonScan.key("m")).equals("true"));
    }

    /** Before the source's first poll of a symbol has come up, that poll's value with the market's time. */
    private RestAnswer openInterest(RestRequest request) {
        String symbol = request.symbol();
        if (symbol.isEmpty()) {
            return RestAnswer.missing("symbol");
        }
        if (!instruments.isKnown(symbol)) {
            return RestAnswer.invalidSymbol();
        }
        if (faults.isDelisted(symbol)) {
            return RestAnswer.notTrading();
        }
        return memory.openInterest(symbol)
                .or(() -> instruments
                        .firstOpenInterest(symbol)
                        .map(value -> new MarketMemory.OpenInterest(value, clock.nowMs())))
                .map(openInterest -> RestAnswer.of(MAPPER.createObjectNode()
                        .put("openInterest", openInterest.value())
                        .put("symbol", symbol)
                        .put("time", openInterest.timeMs())))
                .orElseGet(() -> unknown("open interest", symbol));
    }

    private RestAnswer premiumIndex(RestRequest request) {
        String symbol = request.symbol();
        if (symbol.isEmpty()) {
            ArrayNode rows = MAPPER.createArrayNode();
            memory.premiums().forEach((name, premium) -> describe(rows.addObject(), name, premium));
            return RestAnswer.of(rows);
        }
        if (!instruments.isKnown(symbol)) {
            return RestAnswer.invalidSymbol();
        }
        if (faults.isDelisted(symbol)) {
            return RestAnswer.notTrading();
        }
        PremiumIndex premium = memory.premiums().get(symbol);
        if (premium == null) {
            return unknown("mark price", symbol);
        }
        ObjectNode row = MAPPER.createObjectNode();
        describe(row, symbol, premium);
        return RestAnswer.of(row);
    }

    private static void describe(ObjectNode row, String symbol, PremiumIndex premium) {
        row.put("symbol", symbol)
                .put("markPrice", premium.markPrice())
                .put("indexPrice", premium.indexPrice())
                .put("estimatedSettlePrice", premium.estimatedSettlePrice())
                .put("lastFundingRate", premium.lastFundingRate())
                .put("interestRate", "0.00010000")
                .put("nextFundingTime", premium.nextFundingTimeMs())
                .put("time", premium.timeMs());
    }

    private RestAnswer fundingRate(RestRequest request) {
        record Row(String symbol, long timeMs, MarketMemory.Funding funding) {}
        String symbol = request.symbol();
        if (!symbol.isEmpty() && !instruments.isKnown(symbol)) {
            return RestAnswer.invalidSymbol();
        }
        long startMs = request.number("startTime", Long.MIN_VALUE);
        long endMs = request.number("endTime", Long.MAX_VALUE);
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, NavigableMap<Long, MarketMemory.Funding>> ofSymbol :
                memory.fundings().entrySet()) {
            if (startMs <= endMs && (symbol.isEmpty() || symbol.equals(ofSymbol.getKey()))) {
                ofSymbol.getValue()
                        .subMap(startMs, true, endMs, true)
                        .forEach((timeMs, funding) -> rows.add(new Row(ofSymbol.getKey(), timeMs, funding)));
            }
        }
        rows.sort(Comparator.comparingLong(Row::timeMs));
        int limit = request.limit(DEFAULT_FUNDINGS);
        // From a start on the oldest ones, and otherwise the latest ones.
        int from = startMs == Long.MIN_VALUE ? Math.max(0, rows.size() - limit) : 0;
        ArrayNode json = MAPPER.createArrayNode();
        for (Row row : rows.subList(from, Math.min(rows.size(), from + limit))) {
            json.addObject()
                    .put("symbol", row.symbol())
                    .put("fundingTime", row.timeMs())
                    .put("fundingRate", row.funding().rate())
                    .put("markPrice", row.funding().markPrice());
        }
        return RestAnswer.of(json);
    }

    private RestAnswer fundingInfo() {
        ArrayNode rows = MAPPER.createArrayNode();
        memory.fundingInfos().values().forEach(rows::add);
        return RestAnswer.of(rows);
    }

    /** Binance itself is never without. */
    private static RestAnswer unknown(String what, String symbol) {
        return RestAnswer.error(503, -1001, "The source has no " + what + " of " + symbol + " up to now.");
    }
}
