package pawl.plugin.exchange.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
import pawl.testkit.RecordingSink;

class DecodingTest {
    private static final String TRADE =
            "{\"instId\":\"BTC-USDT-SWAP\",\"tradeId\":\"219066264\",\"px\":\"43568.8\",\"sz\":\"7\",\"side\":\"buy\","
                    + "\"ts\":\"1646312440645\"}";
    private static final String MANY = TRADE.replace("}", ",\"count\":\"3\",\"source\":\"0\",\"seqId\":1234}");
    private static final int ROUNDED = EventFlag.ROUNDED;

    private static Arguments frame(String name, String frame, CanonicalEvent... events) {
        return argumentSet(name, frame, Arrays.asList(events));
    }

    static Stream<Arguments> trades() {
        Trade one = new Trade(0, 1646312440645L, 219066264, 219066264, 0, 435688, 70_000, 0);
        Trade three = new Trade(0, 1646312440645L, 219066262, 219066264, 0, 435688, 70_000, 0);
        return Stream.of(
                frame("of 2022", Okx.message("trades", TRADE), one),
                frame("of 2026, three fills", Okx.message("trades", MANY), three),
                frame("single fills", Okx.message("trades-all", TRADE), one),
                frame(
                        "a sale, decimals of contracts",
                        Okx.message("trades", TRADE.replace("buy", "sell").replace("\"7\"", "\"8.55\"")),
                        new Trade(0, 1646312440645L, 219066264, 219066264, 0, 435688, 85_500, EventFlag.TAKER_SOLD)),
                frame("two rows", Okx.message("trades", TRADE, MANY), one, three),
                frame("no row", Okx.message("trades")),
                frame("count empty", Okx.message("trades", MANY.replace("\"3\"", "\"\"")), one),
                frame(
                        "blanks",
                        " " + Okx.message("trades", TRADE).replace(",", " , ").replace(":", " : ") + "\n",
                        one),
                frame(
                        "data first",
                        "{\"data\":[" + TRADE + "],\"arg\":{\"instId\":\"BTC-USDT-SWAP\",\"channel\":\"trades\"}}",
                        one),
                frame(
                        "an id first",
                        Okx.message("trades", TRADE).replaceFirst("\\{", "{\"id\":\"1512\",\"data2\":[{}],"),
                        one),
                frame(
                        "not configured",
                        Okx.message("trades", TRADE).replace("BTC-USDT-SWAP", "BTC-USD-SWAP"),
                        new Unconfigured("BTC-USD-SWAP")));
    }

    static Stream<Arguments> quotes() {
        String book = "{\"asks\":[[\"43741.9\",\"4\",\"0\",\"1\"]],\"bids\":[[\"43741.8\",\"2.5\",\"0\",\"1\"]],"
                + "\"ts\":\"1646314548269\",\"seqId\":3235851742}";
        BookTicker quote = new BookTicker(0, 1646314548269L, 3235851742L, 437418, 25_000, 437419, 40_000, 0);
        String ticker = "{\"instType\":\"SWAP\",\"instId\":\"BTC-USDT-SWAP\",\"last\":\"29963\",\"lastSz\":\"2\","
                + "\"askPx\":\"29960\",\"askSz\":\"12\",\"bidPx\":\"29959.9\",\"bidSz\":\"431\",\"ts\":\"1654166233877\"}";
        return Stream.of(
                frame("bbo-tbt", Okx.message("bbo-tbt", book), quote),
                frame(
                        "bbo-tbt of 2022, without a sequence",
                        Okx.message("bbo-tbt", book.replace(",\"seqId\":3235851742", "")),
                        new BookTicker(0, 1646314548269L, 1646314548269L, 437418, 25_000, 437419, 40_000, 0)),
                frame(
                        "no bid",
                        Okx.message("bbo-tbt", book.replace("[[\"43741.8\",\"2.5\",\"0\",\"1\"]]", "[]")),
                        new BookTicker(0, 1646314548269L, 3235851742L, 0, 0, 437419, 40_000, 0)),
                frame(
                        "no ask",
                        Okx.message("bbo-tbt", book.replace("[[\"43741.9\",\"4\",\"0\",\"1\"]]", "[ ]")),
                        new BookTicker(0, 1646314548269L, 3235851742L, 437418, 25_000, 0, 0, 0)),
                frame(
                        "a level of nothing",
                        Okx.message("bbo-tbt", book.replace("\"2.5\"", "\"0\"")),
                        new BookTicker(0, 1646314548269L, 3235851742L, 0, 0, 437419, 40_000, 0)),
                frame(
                        "tickers",
                        Okx.message("tickers", ticker),
                        new BookTicker(0, 1654166233877L, 1654166233877L, 299599, 4_310_000, 299600, 120_000, 0)),
                frame(
                        "tickers without a bid",
                        Okx.message("tickers", ticker.replace("29959.9", "").replace("431", "")),
                        new BookTicker(0, 1654166233877L, 1654166233877L, 0, 0, 299600, 120_000, 0)));
    }

    static Stream<Arguments> derivatives() {
        String mark =
                "{\"instId\":\"BTC-USDT-SWAP\",\"instType\":\"SWAP\",\"markPx\":\"77760.9\",\"ts\":\"1789147120391\"}";
        String interest = "{\"instId\":\"BTC-USDT-SWAP\",\"instType\":\"SWAP\",\"oi\":\"2760021.94\","
                + "\"oiCcy\":\"27600.2194\",\"oiUsd\":\"2146320021.55324936285784\",\"ts\":\"1789147120395\"}";
        String funding = "{\"formulaType\":\"noRate\",\"fundingRate\":\"0.0000182221218054\","
                + "\"fundingTime\":\"1743609600000\",\"impactValue\":\"\",\"instId\":\"BTC-USDT-SWAP\","
                + "\"nextFundingRate\":\"\",\"nextFundingTime\":\"1743638400000\",\"settFundingRate\":\"0.0000145824401745\","
                + "\"settState\":\"settled\",\"ts\":\"1743588686291\"}";
        return Stream.of(
                frame(
                        "mark",
                        Okx.message("mark-price", mark),
                        new MarkPrice(0, 1789147120391L, 7776090000000L, 0, 0, 0, 0)),
                frame(
                        "mark, finer than its exponent",
                        Okx.message("mark-price", mark.replace("77760.9", "0.123456785")),
                        new MarkPrice(0, 1789147120391L, 12345678, 0, 0, 0, ROUNDED)),
                frame("no mark", Okx.message("mark-price", mark.replace("77760.9", "")), new Ignored("noMarkPrice")),
                frame(
                        "open interest in base units",
                        Okx.message("open-interest", interest),
                        new OpenInterest(0, 1789147120395L, 27600219400L, 0)),
                frame(
                        "open interest with dust",
                        Okx.message("open-interest", interest.replace("27600.2194", "27600.2194000001204")),
                        new OpenInterest(0, 1789147120395L, 27600219400L, ROUNDED)),
                frame(
                        "open interest of 24 digits, half-even",
                        Okx.message("open-interest", interest.replace("27600.2194", "27600.219400500000000000000")),
                        new OpenInterest(0, 1789147120395L, 27600219400L, ROUNDED)),
                frame(
                        "open interest in contracts alone",
                        Okx.message("open-interest", interest.replace("27600.2194", "")),
                        new OpenInterest(0, 1789147120395L, 27600219400L, 0)),
                frame(
                        "funding",
                        Okx.message("funding-rate", funding),
                        new Funding(0, 1743588686291L, 18222122, 1743609600000L, 480, ROUNDED)),
                frame(
                        "funding every hour",
                        Okx.message("funding-rate", funding.replace("1743638400000", "1743613200000")),
                        new Funding(0, 1743588686291L, 18222122, 1743609600000L, 60, ROUNDED)),
                frame(
                        "funding that does not tell its interval",
                        Okx.message("funding-rate", funding.replace("1743638400000", "")),
                        new Funding(0, 1743588686291L, 18222122, 1743609600000L, 480, ROUNDED)),
                frame(
                        "funding that shorts pay",
                        Okx.message("funding-rate", funding.replace("0.0000182221218054", "-0.00375")),
                        new Funding(0, 1743588686291L, -3750000000L, 1743609600000L, 480, 0)),
                frame(
                        "no funding rate",
                        Okx.message("funding-rate", funding.replace("0.0000182221218054", "")),
                        new Ignored("noFundingRate")));
    }

    /** The first two are of 2026-10-09, as the venue sent them. */
    static Stream<Arguments> liquidations() {
        String start = "{\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"},\"data\":[";
        String bitcoin = "{\"details\":[{\"bkLoss\":\"0\",\"bkPx\":\"82655.7\",\"ccy\":\"\",\"posSide\":\"long\","
                + "\"side\":\"sell\",\"sz\":\"8.55\",\"ts\":\"1791565600771\"}],\"instFamily\":\"BTC-USDT\","
                + "\"instId\":\"BTC-USDT-SWAP\",\"instType\":\"SWAP\",\"uly\":\"BTC-USDT\"}";
        String celo = "{\"details\":[{\"bkLoss\":\"0\",\"bkPx\":\"0.09583\",\"ccy\":\"\",\"posSide\":\"short\","
                + "\"side\":\"buy\",\"sz\":\"19979\",\"ts\":\"1791565462608\"}],\"instFamily\":\"CELO-USDT\","
                + "\"instId\":\"CELO-USDT-SWAP\",\"instType\":\"SWAP\",\"uly\":\"CELO-USDT\"}";
        String chiliz = celo.replace("CELO", "CHZ");
        String two = bitcoin.replace(
                "}]",
                "},{\"bkPx\":\"82655.8\",\"posSide\":\"net\",\"side\":\"buy\",\"sz\":\"1\","
                        + "\"ts\":\"1791565600700\"}]");
        int sampled = EventFlag.SAMPLED;
        Liquidation longBitcoin = new Liquidation(
                0, 1791565600771L, 0, 85_500, 8265570000000L, 85_500, sampled | EventFlag.LONG_LIQUIDATED);
        Liquidation shortChiliz = new Liquidation(1, 1791565462608L, 0, 19_979_000, 9583000, 19_979_000, sampled);
        return Stream.of(
                frame("a long", start + bitcoin + "]}", longBitcoin),
                frame("of no instrument here", start + celo + "]}", new Unconfigured("CELO-USDT-SWAP")),
                frame("a short, contracts of 10", start + chiliz + "]}", shortChiliz),
                frame(
                        "several instruments",
                        start + bitcoin + "," + celo + "," + chiliz + "]}",
                        longBitcoin,
                        new Unconfigured("CELO-USDT-SWAP"),
                        shortChiliz),
                frame(
                        "several orders, in no order, the side alone telling",
                        start + two + "]}",
                        longBitcoin,
                        new Liquidation(0, 1791565600700L, 0, 10_000, 8265580000000L, 10_000, sampled)),
                frame("an id first", start.replaceFirst("\\{", "{\"id\":\"1512\",") + chiliz + "]}", shortChiliz));
    }

    static Stream<Arguments> ignored() {
        String books =
                "{\"arg\":{\"channel\":\"books\",\"instId\":\"BTC-USDT-SWAP\"},\"action\":\"update\",\"data\":[{";
        return Stream.of(
                frame("pong", "pong", new Ignored("pong")),
                frame("books, of which the rest is not read", books + "nonsense}", new Ignored("books")),
                frame("books5", Okx.message("books5", "{}"), new Ignored("books5")),
                frame("index", Okx.message("index-tickers", "{}"), new Ignored("index-tickers")),
                frame("a new channel", Okx.message("x".repeat(50), "{}"), new Ignored("x".repeat(40))),
                frame(
                        "ack of 2022",
                        "{\"event\":\"subscribe\",\"arg\":{\"channel\":\"tickers\",\"instId\":\"BTC-USDT\"}}",
                        new Ignored("ack")),
                frame(
                        "ack",
                        "{\"id\":\"1512\",\"event\":\"subscribe\",\"arg\":{\"channel\":\"trades\",\"instId\":\"BTC-USDT\"},"
                                + "\"connId\":\"a4d3ae55\"}",
                        new Ignored("ack")),
                frame(
                        "ack, arg first",
                        "{\"arg\":{\"channel\":\"trades\",\"instId\":\"BTC-USDT\"},\"event\":\"subscribe\"}",
                        new Ignored("ack")),
                frame(
                        "error",
                        "{\"id\":\"1512\",\"event\":\"error\",\"code\":\"60012\",\"msg\":\"Invalid request: {\\\"op\\\"}\"}",
                        new Ignored("venueError")),
                frame(
                        "notice",
                        "{\"event\":\"notice\",\"code\":\"64008\",\"msg\":\"The connection will soon be closed\"}",
                        new Ignored("notice")),
                frame("connections", "{\"event\":\"channel-conn-count\",\"connCount\":\"2\"}", new Ignored("event")),
                frame(
                        "too many requests",
                        "{\"msg\":\"Too Many Requests\",\"code\":\"50011\"}",
                        new Ignored("venueError")));
    }

    @ParameterizedTest
    @MethodSource({"trades", "quotes", "derivatives", "liquidations", "ignored"})
    void decodes(String frame, List<CanonicalEvent> events) throws FrameRefusedException {
        assertThat(Okx.decode(frame)).isEqualTo(events);
    }

    /** The frame stands inside a larger array, as a recording's reader has it. */
    @Test
    void readsOnlyItsPartOfTheArray() throws FrameRefusedException {
        byte[] bytes = Okx.bytes("}]" + Okx.message("trades", TRADE) + "]}");
        RecordingSink sink = new RecordingSink();
        Okx.adapter(Okx.instruments()).decode(bytes, 2, bytes.length - 4, sink);
        assertThat(sink.events()).hasSize(1);
    }
}
