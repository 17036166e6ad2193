package pawl.plugin.exchange.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.event.EventFlag;
import pawl.api.exchange.FrameRefusedException;
import pawl.testkit.CanonicalEvent;
import pawl.testkit.CanonicalEvent.BookTicker;
import pawl.testkit.CanonicalEvent.Funding;
import pawl.testkit.CanonicalEvent.Ignored;
import pawl.testkit.CanonicalEvent.Liquidation;
import pawl.testkit.CanonicalEvent.MarkPrice;
import pawl.testkit.CanonicalEvent.OpenInterest;
import pawl.testkit.CanonicalEvent.Trade;
import pawl.testkit.CanonicalEvent.Unconfigured;

class DecodingTest {
    private static final String TRADE = "{\"size\":50,\"id\":15366793,\"create_time\":1616327563,"
            + "\"create_time_ms\":1616327563918,\"price\":\"56233.3\",\"contract\":\"BTC_USDT\"}";
    private static final String TICKER = "{\"contract\":\"BTC_USDT\",\"last\":\"118.4\",\"funding_rate\":\"-0.000114\","
            + "\"funding_rate_indicative\":\"0.01875\",\"mark_price\":\"118.35\",\"index_price\":\"118.36\","
            + "\"total_size\":\"73648\",\"quanto_base_rate\":\"\"}";
    private static final long SENT_MS = 1684930165631L;

    private static Arguments frame(String name, String frame, CanonicalEvent... events) {
        return argumentSet(name, frame, Arrays.asList(events));
    }

    private static String trades(String... rows) {
        return Gate.update("futures.trades", "[" + String.join(",", rows) + "]");
    }

    static Stream<Arguments> trades() {
        Trade bought = new Trade(0, 1616327563918L, 15366793, 15366793, 0, 562333, 5_000, 0);
        Trade sold = new Trade(0, 1616327563918L, 15366793, 15366793, 0, 562333, 5_000, EventFlag.TAKER_SOLD);
        return Stream.of(
                frame("bought", trades(TRADE), bought),
                frame("sold", trades(TRADE.replace(":50", ":-50")), sold),
                frame("two", trades(TRADE, TRADE.replace(":50", ":-50")), bought, sold),
                frame("size as text", trades(TRADE.replace(":50", ":\"-50\"")), sold),
                frame("price as number", trades(TRADE.replace("\"56233.3\"", "56233.3")), bought),
                frame(
                        "decimals of contracts",
                        trades(TRADE.replace(":50", ":\"1.75\"")),
                        new Trade(0, 1616327563918L, 15366793, 15366793, 0, 562333, 175, 0)),
                frame(
                        "seconds alone, as before 2021-03",
                        trades(TRADE.replace(",\"create_time_ms\":1616327563918", "")),
                        new Trade(0, 1616327563000L, 15366793, 15366793, 0, 562333, 5_000, 0)),
                frame(
                        "of the insurance fund",
                        trades(TRADE.replace("}", ",\"is_internal\":true}")),
                        new Trade(0, 1616327563918L, 15366793, 15366793, 0, 562333, 5_000, EventFlag.OFF_BOOK)),
                frame("not internal", trades(TRADE.replace("}", ",\"is_internal\":false}")), bought),
                frame(
                        "rounded down to no contract, for whoever did not ask for decimals",
                        trades(TRADE.replace(":50", ":0")),
                        new Ignored("belowOneContract")),
                frame("not configured", trades(TRADE.replace("BTC_", "XBT_")), new Unconfigured("XBT_USDT")));
    }

    static Stream<Arguments> quotesAndTickers() {
        String quote = "{\"t\":1615366379123,\"u\":2517661076,\"s\":\"BTC_USDT\",\"b\":\"54696.6\",\"B\":37000,"
                + "\"a\":\"54696.7\",\"A\":\"47061.5\"}";
        return Stream.of(
                frame(
                        "a quote",
                        Gate.update("futures.book_ticker", quote),
                        new BookTicker(0, 1615366379123L, 2517661076L, 546966, 3_700_000, 546967, 4_706_150, 0)),
                frame(
                        "no bid, and no time of its own",
                        Gate.update(
                                "futures.book_ticker",
                                quote.replace("54696.6", "")
                                        .replace("37000", "0")
                                        .replace("1615366379123", "0")),
                        new BookTicker(0, SENT_MS, 2517661076L, 0, 0, 546967, 4_706_150, 0)),
                frame(
                        "no time of its own, sent before 2022",
                        Gate.update("futures.book_ticker", quote.replace("1615366379123", "0"))
                                .replace(",\"time_ms\":1684930165631", ""),
                        new BookTicker(0, 1684930165000L, 2517661076L, 546966, 3_700_000, 546967, 4_706_150, 0)),
                frame(
                        "tickers",
                        Gate.update("futures.tickers", "[" + TICKER + "]"),
                        new MarkPrice(0, SENT_MS, 11835000000L, 11836000000L, 0, 0, EventFlag.WITH_INDEX),
                        new OpenInterest(0, SENT_MS, 7_364_800, 0),
                        new Funding(0, SENT_MS, -114000000, 0, 480, 0)),
                frame(
                        "tickers of what has no funding and no mark price",
                        Gate.update(
                                "futures.tickers",
                                "[{\"contract\":\"BTC_USDT\",\"mark_price\":\"0\",\"total_size\":\"9999\"}]"),
                        new Ignored("noMarkPrice"),
                        new OpenInterest(0, SENT_MS, 999_900, 0)));
    }

    static Stream<Arguments> liquidations() {
        return Stream.of(
                frame(
                        "liquidations of a cycle, in ms",
                        Gate.update(
                                "futures.public_liquidates",
                                "[{\"price\":\"215.1\",\"size\":\"-124.5\",\"time\":1541486601123,\"contract\":\"BTC_USDT\"},"
                                        + "{\"price\":215.2,\"size\":10,\"time\":1541486601456,\"contract\":\"BTC_USDT\"}]"),
                        new Liquidation(
                                0,
                                1541486601123L,
                                0,
                                12_450,
                                21510000000L,
                                12_450,
                                EventFlag.SAMPLED | EventFlag.LONG_LIQUIDATED),
                        new Liquidation(0, 1541486601456L, 0, 1_000, 21520000000L, 1_000, EventFlag.SAMPLED)),
                frame(
                        "a liquidation in seconds",
                        Gate.update(
                                "futures.public_liquidates",
                                "[{\"price\":\"215.1\",\"size\":-124,\"time\":1541486601,\"contract\":\"BTC_USDT\"}]"),
                        new Liquidation(
                                0,
                                1541486601000L,
                                0,
                                12_400,
                                21510000000L,
                                12_400,
                                EventFlag.SAMPLED | EventFlag.LONG_LIQUIDATED)));
    }

    static Stream<Arguments> ignored() {
        return Stream.of(
                frame("book", Gate.update("futures.order_book_update", "{}"), new Ignored("futures.order_book_update")),
                frame("a new channel", Gate.update("x".repeat(50), "{}"), new Ignored("x".repeat(40))),
                frame(
                        "ack",
                        "{\"time\":1684930165,\"time_ms\":0,\"channel\":\"futures.trades\",\"event\":\"subscribe\","
                                + "\"result\":{\"status\":\"success\"}}",
                        new Ignored("ack")),
                frame(
                        "refusal",
                        "{\"time\":1,\"channel\":\"futures.trades\",\"event\":\"subscribe\",\"error\":{\"code\":2,"
                                + "\"message\":\"unknown contract\"},\"result\":{\"status\":\"fail\"}}",
                        new Ignored("venueError")),
                frame(
                        "pong",
                        "{\"time\":1,\"channel\":\"futures.pong\",\"event\":\"\",\"result\":null}",
                        new Ignored("futures.pong")),
                frame("upgrade", "{\"type\":\"upgrade\",\"msg\":\"soon closed\"}", new Ignored("notice")),
                frame("a REST body", "[{\"open_interest\":31828902}]", new Ignored("restBody")));
    }

    @ParameterizedTest
    @MethodSource({"trades", "quotesAndTickers", "liquidations", "ignored"})
    void decodes(String frame, List<CanonicalEvent> events) throws FrameRefusedException {
        assertThat(Gate.decode(frame)).isEqualTo(events);
    }
}
