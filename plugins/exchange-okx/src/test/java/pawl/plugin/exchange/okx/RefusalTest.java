package pawl.plugin.exchange.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;

/** What cannot be understood is refused, with what was found and what is expected. */
class RefusalTest {
    private static final String TRADE = Okx.message(
            "trades",
            "{\"tradeId\":\"2\",\"px\":\"43568.8\",\"sz\":\"7\",\"side\":\"buy\",\"ts\":\"1\",\"count\":\"2\"}");
    private static final String FUNDING = Okx.message(
            "funding-rate",
            "{\"fundingRate\":\"0.0001\",\"fundingTime\":\"3600000\",\"nextFundingTime\":\"7200000\",\"ts\":\"5\"}");
    private static final String LIQUIDATION = "{\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"},"
            + "\"data\":[{\"details\":[{\"bkPx\":\"1\",\"posSide\":\"long\",\"side\":\"sell\",\"sz\":\"1\",\"ts\":\"5\"}],"
            + "\"instId\":\"BTC-USDT-SWAP\"}]}";
    private static final String BOOK =
            Okx.message("bbo-tbt", "{\"asks\":[[\"2\",\"1\"]],\"bids\":[[\"1\",\"1\"]],\"ts\":\"5\",\"seqId\":6}");

    private static Arguments row(String frame, Reason reason, String message) {
        return Arguments.of(frame, reason, message);
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                row("", Reason.MALFORMED, "the frame is empty"),
                row("ping", Reason.MALFORMED, "neither an object nor pong"),
                row("<html>429</html>", Reason.MALFORMED, "neither an object nor pong"),
                row("[" + TRADE + "]", Reason.MALFORMED, "neither an object nor pong"),
                row(TRADE.substring(0, 90), Reason.MALFORMED, "neither an object nor pong"),
                row(TRADE + "{}", Reason.MALFORMED, "more follows the frame's one value"),
                row(TRADE.replace("}]}", "},]}"), Reason.MALFORMED, "a row is expected"),
                row("{\"arg\":{\"channel\":\"trades\"}}", Reason.MISSING_FIELD, "there is no field \"data\""),
                row(
                        "{\"arg\":{\"instId\":\"X\"},\"data\":[]}",
                        Reason.MISSING_FIELD,
                        "arg: there is no field \"channel\""),
                row(TRADE.replace("\"trades\"", "\"\""), Reason.BAD_VALUE, "a channel's name is expected"),
                row(TRADE.replace("\"data\":[", "\"data\":[],\"data\":["), Reason.MALFORMED, "a field stands twice"),
                row(TRADE.replaceFirst("\\[.*]", "null"), Reason.BAD_VALUE, "trades: field \"data\" is no array"),
                row("{\"code\":\"0\",\"data\":[1]}", Reason.BAD_VALUE, "a body's row is no object"),
                row("{\"code\":\"0\"}", Reason.MISSING_FIELD, "answer: there is no field \"data\""));
    }

    static Stream<Arguments> trades() {
        return Stream.of(
                row(TRADE.replace("tradeId", "trade"), Reason.MISSING_FIELD, "trades: there is no field \"tradeId\""),
                row(
                        TRADE.replace("\"2\",\"px\"", "\"\",\"px\""),
                        Reason.BAD_VALUE,
                        "a whole number of at least 0 is expected"),
                row(
                        TRADE.replace("BTC-USDT-SWAP", ""),
                        Reason.BAD_VALUE,
                        "a symbol, written without escapes, is expected"),
                row(
                        TRADE.replace("43568.8", "0"),
                        Reason.BAD_VALUE,
                        "field \"px\" is \"0\"; a number above 0 is expected"),
                row(TRADE.replace("43568.8", "43568.81"), Reason.DOES_NOT_FIT, "at most 1 decimals are expected"),
                row(TRADE.replace("\"7\"", "\"-7\""), Reason.BAD_VALUE, "a number above 0 is expected"),
                row(
                        TRADE.replace("\"7\"", "\"7.00001\""),
                        Reason.DOES_NOT_FIT,
                        "at most 6 decimals are expected of 1 * 10^-2 base units each"),
                row(
                        TRADE.replace("buy", "Buy"),
                        Reason.BAD_VALUE,
                        "field \"side\" is \"Buy\"; buy or sell is expected"),
                row(TRADE.replace("\"count\":\"2\"", "\"count\":\"0\""), Reason.BAD_VALUE, "a number of fills from 1"),
                row(TRADE.replace("\"count\":\"2\"", "\"count\":\"4\""), Reason.BAD_VALUE, "a number of fills from 1"));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                row(
                        BOOK.replace("[[\"1\",\"1\"]]", "[[\"1\"]]"),
                        Reason.MISSING_FIELD,
                        "bbo-tbt: bid: there is no item 1"),
                row(
                        BOOK.replace("[[\"1\",\"1\"]]", "[\"1\",\"1\"]"),
                        Reason.BAD_VALUE,
                        "an array of levels is expected"),
                row(BOOK.replace("[[\"1\",\"1\"]]", "null"), Reason.BAD_VALUE, "an array of levels is expected"),
                row(BOOK.replace("[[\"1\",\"1\"]]", "[[\"-1\",\"1\"]]"), Reason.BAD_VALUE, "at least 0 is expected"),
                row(FUNDING.replace("\"ts\":\"5\"", "\"x\":1"), Reason.MISSING_FIELD, "there is no field \"ts\""),
                row(FUNDING.replace("7200000", "3600000"), Reason.BAD_VALUE, "a time whole minutes, at most a week"),
                row(FUNDING.replace("7200000", "7200001"), Reason.BAD_VALUE, "a time whole minutes, at most a week"),
                row(
                        FUNDING.replace("7200000", "9999999960000"),
                        Reason.BAD_VALUE,
                        "a time whole minutes, at most a week"),
                row(
                        LIQUIDATION.replace("\"long\"", "\"short\""),
                        Reason.BAD_VALUE,
                        "field \"posSide\" is \"short\"; net or long for a sale is expected"),
                row(
                        LIQUIDATION.replace("\"sell\"", "\"buy\""),
                        Reason.BAD_VALUE,
                        "field \"posSide\" is \"long\"; net or short for a purchase is expected"),
                row(LIQUIDATION.replace("\"sell\"", "\"\""), Reason.BAD_VALUE, "buy or sell is expected"),
                row(LIQUIDATION.replace("details", "detail"), Reason.MISSING_FIELD, "there is no field \"details\""),
                row(
                        Okx.message("open-interest", "{\"oi\":\"1\",\"oiCcy\":\"-1\",\"ts\":\"5\"}"),
                        Reason.BAD_VALUE,
                        "field \"oiCcy\" is \"-1\"; a number of at least 0 is expected"),
                row(
                        Okx.message("mark-price", "{\"markPx\":\"-1\",\"ts\":\"5\"}"),
                        Reason.BAD_VALUE,
                        "a price of at least 0 is expected"));
    }

    @ParameterizedTest
    @MethodSource({"messages", "trades", "others"})
    void refuses(String frame, Reason reason, String message) {
        assertThatThrownBy(() -> Okx.decode(frame))
                .isInstanceOfSatisfying(
                        FrameRefusedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason))
                .hasMessageContaining(message);
    }
}
