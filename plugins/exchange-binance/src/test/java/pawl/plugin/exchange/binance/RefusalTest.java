package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static pawl.api.exchange.FrameRefusedException.Reason.BAD_VALUE;
import static pawl.api.exchange.FrameRefusedException.Reason.DOES_NOT_FIT;
import static pawl.api.exchange.FrameRefusedException.Reason.MALFORMED;
import static pawl.api.exchange.FrameRefusedException.Reason.MISSING_FIELD;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.testkit.RecordingSink;

class RefusalTest {
    private static final String QUOTE =
            "{\"e\":\"bookTicker\",\"u\":7,\"s\":\"BTCUSDT\",\"b\":\"1\",\"B\":\"2\",\"a\":\"3\",\"A\":\"4\",\"T\":9}";
    private static final String TRADE =
            "{\"e\":\"trade\",\"T\":1,\"t\":2,\"s\":\"BTCUSDT\",\"p\":\"3\",\"q\":\"4\",\"X\":\"MARKET\",\"m\":false}";
    private static final String AGGREGATE =
            "{\"e\":\"aggTrade\",\"T\":1,\"a\":7,\"f\":5,\"l\":6,\"s\":\"BTCUSDT\",\"p\":\"3\",\"q\":\"4\",\"m\":false}";
    private static final String MARK =
            "{\"e\":\"markPriceUpdate\",\"E\":1,\"s\":\"BTCUSDT\",\"p\":\"3\",\"i\":\"4\",\"r\":\"5\",\"T\":6}";
    private static final String FORCED =
            "{\"e\":\"forceOrder\",\"o\":{\"s\":\"BTCUSDT\",\"S\":\"SELL\",\"q\":\"1\",\"p\":\"2\","
                    + "\"ap\":\"3\",\"z\":\"4\",\"T\":5}}";

    static Stream<Arguments> frames() {
        return Stream.of(
                at("", "", MALFORMED, "the frame is empty"),
                at("  \n", "", MALFORMED, "the frame is empty"),
                at("\0", "\0", MALFORMED, "\"?\" where a value is expected"),
                at("hello", "hello", MALFORMED, "\"h\" where a value is expected"),
                at("nul", "", MALFORMED, "the frame ends early"),
                at("true", "true", BAD_VALUE, "neither an object nor an array"),
                at("17", "17", BAD_VALUE, "neither an object nor an array"),
                at("{\"stream\":\"x\",\"data\":5}", "5}", BAD_VALUE, "neither an object nor an array"),
                at("{\"stream\":\"x\"}", "{", MISSING_FIELD, "envelope: there is no field \"data\""),
                at(
                        "{\"stream\":\"x\",\"data\":null,\"data\":null}",
                        "\"data\":null}",
                        MALFORMED,
                        "field \"data\" stands twice"),
                at(QUOTE + "x", "", MALFORMED, "the frame does not end as it starts"),
                at(QUOTE + QUOTE, QUOTE, MALFORMED, "more follows the frame's one value"),
                at("[" + QUOTE + "}", "", MALFORMED, "the frame does not end as it starts"),
                at("[" + QUOTE + ",{}]", "{}]", MISSING_FIELD, "message in an array: there is no field \"e\""),
                at("[" + QUOTE + ",5]", "5]", MALFORMED, "\"5\" where '{' is expected"),
                at("{\"e\":\"depthUpdate\",\"b\":[[\"1\",\"2\"", "", MALFORMED, "the frame does not end as it starts"),
                at("{\"e\":7}", "7}", BAD_VALUE, "field \"e\" is \"7\"; a text is expected"),
                at("{\"e\":\"\"}", "\"}", BAD_VALUE, "field \"e\" is \"\"; a text is expected"),
                at(
                        "{}",
                        "{}",
                        MISSING_FIELD,
                        "neither a stream's message nor a known REST body: no field names its kind"),
                at(
                        "[[1,2]]",
                        "[[",
                        MISSING_FIELD,
                        "neither a stream's message nor a known REST body: no field names its kind"));
    }

    static Stream<Arguments> json() {
        return Stream.of(
                at("{\"e\":\"trade\",,}", ",}", MALFORMED, "a field's name is expected"),
                at("{\"e\" \"trade\"}", "\"trade\"}", MALFORMED, "\"\"\" where ':' is expected"),
                at("{\"e\":\"trade\" \"T\":1}", "\"T\"", MALFORMED, "\"\"\" where ',' is expected"),
                at("{\"x\":tru}", "}", MALFORMED, "\"}\" where true is expected"),
                at("{\"x\":01}", "01", MALFORMED, "a number that starts with 0"),
                at("{\"x\":1.}", "}", MALFORMED, "\"}\" where a digit is expected"),
                at("{\"x\":-}", "}", MALFORMED, "\"}\" where a digit is expected"),
                at("{\"x\":1e}", "}", MALFORMED, "\"}\" where a digit is expected"),
                at("{\"x\":\"\\q\"}", "q", MALFORMED, "\"q\" where an escape is expected"),
                at("{\"x\":\"\\u12g4\"}", "g4", MALFORMED, "\"g\" where a hexadecimal digit is expected"),
                at("{\"x\":\"a\u0001\"}", "\u0001", MALFORMED, "a control character in a text"),
                at("{\"x\":[1,2}}", "}}", MALFORMED, "\"}\" where ',' is expected"),
                at("{\"x\":[1 2]}", "2]", MALFORMED, "\"2\" where ',' is expected"),
                at(
                        "{\"x\":" + "[".repeat(65) + "]".repeat(65) + "}",
                        "[" + "]".repeat(65),
                        MALFORMED,
                        "more than 64 levels of arrays and objects"));
    }

    static Stream<Arguments> ids() {
        return Stream.of(
                changed(
                        QUOTE,
                        "\"B\":\"2\"",
                        "\"B\":\"-1\"",
                        "-1",
                        BAD_VALUE,
                        "bookTicker: field \"B\" is \"-1\"; a number of at least 0 is expected"),
                changed(QUOTE, "\"u\":7,", "", "{", MISSING_FIELD, "bookTicker: there is no field \"u\""),
                changed(QUOTE, "\"u\":7", "\"u\":7,\"u\":7", "\"u\":7,\"s\"", MALFORMED, "field \"u\" stands twice"),
                changed(
                        QUOTE,
                        "\"u\":7",
                        "\"u\":-7",
                        "-7",
                        BAD_VALUE,
                        "bookTicker: field \"u\" is \"-7\"; a whole number of at least 0 is expected"),
                changed(
                        QUOTE,
                        "\"u\":7",
                        "\"u\":9223372036854775808",
                        "9223",
                        BAD_VALUE,
                        "bookTicker: field \"u\" is \"9223372036854775808\"; a whole number of at least 0 is expected"));
    }

    static Stream<Arguments> quotes() {
        return Stream.of(
                changed(
                        QUOTE,
                        "\"b\":\"1\"",
                        "\"b\":\"1.001\"",
                        "1.001",
                        DOES_NOT_FIT,
                        "bookTicker: field \"b\" is \"1.001\"; at most 2 decimals are expected"),
                changed(
                        QUOTE,
                        "\"b\":\"1\"",
                        "\"b\":\"123456789012345678901234567890\"",
                        "1234",
                        DOES_NOT_FIT,
                        "bookTicker: field \"b\" is \"123456789012345678901234567890\"; it does not fit in 64 bits at 10^-2"),
                changed(
                        QUOTE,
                        "\"b\":\"1\"",
                        "\"b\":\"1e400\"",
                        "1e400",
                        DOES_NOT_FIT,
                        "bookTicker: field \"b\" is \"1e400\"; it does not fit in 64 bits at 10^-2"),
                changed(
                        QUOTE,
                        "\"b\":\"1\"",
                        "\"b\":\"1\\u0030\"",
                        "1\\u",
                        BAD_VALUE,
                        "bookTicker: field \"b\" is \"1\\u0030\"; a decimal number is expected"),
                changed(
                        QUOTE,
                        "\"b\":\"1\"",
                        "\"b\":null",
                        "null",
                        BAD_VALUE,
                        "bookTicker: field \"b\" is \"null\"; a decimal number is expected"),
                changed(
                        QUOTE,
                        "\"b\":\"1\"",
                        "\"b\":{\"x\":1}",
                        "{\"x",
                        BAD_VALUE,
                        "bookTicker: field \"b\" is \"{\"x\":1}\"; a decimal number is expected"),
                changed(
                        QUOTE,
                        "BTCUSDT",
                        "BTC\\u0055SDT",
                        "BTC",
                        BAD_VALUE,
                        "bookTicker: field \"s\" is \"BTC\\u0055SDT\"; a symbol, written without escapes, is expected"),
                changed(
                        QUOTE,
                        "\"BTCUSDT\"",
                        "\"\"",
                        "\",\"b\"",
                        BAD_VALUE,
                        "bookTicker: field \"s\" is \"\"; a symbol, written without escapes, is expected"));
    }

    static Stream<Arguments> trades() {
        return Stream.of(
                changed(
                        TRADE,
                        "\"q\":\"4\"",
                        "\"q\":\"0\"",
                        "0\",\"X\"",
                        BAD_VALUE,
                        "trade: field \"q\" is \"0\"; a number above 0 is expected"),
                changed(
                        TRADE,
                        "\"p\":\"3\"",
                        "\"p\":\"-3\"",
                        "-3",
                        BAD_VALUE,
                        "trade: field \"p\" is \"-3\"; a number above 0 is expected"),
                changed(
                        TRADE,
                        "\"m\":false",
                        "\"m\":\"false\"",
                        "false\"}",
                        BAD_VALUE,
                        "trade: field \"m\" is \"false\"; true or false is expected"),
                changed(
                        TRADE,
                        "MARKET",
                        "M\\u0041RKET",
                        "M\\u",
                        BAD_VALUE,
                        "trade: field \"X\" is \"M\\u0041RKET\"; MARKET, INSURANCE_FUND, ADL or NA is expected"),
                changed(
                        AGGREGATE,
                        "\"l\":6",
                        "\"l\":4",
                        "4,",
                        BAD_VALUE,
                        "aggTrade: field \"l\" is \"4\"; a trade id not below field \"f\" is expected"));
    }

    static Stream<Arguments> marksAndOrders() {
        return Stream.of(
                changed(
                        MARK,
                        "\"p\":\"3\"",
                        "\"p\":\"-3\"",
                        "-3",
                        BAD_VALUE,
                        "markPriceUpdate: field \"p\" is \"-3\"; a price of at least 0 is expected"),
                changed(
                        MARK,
                        "\"r\":\"5\"",
                        "\"r\":\"five\"",
                        "five",
                        BAD_VALUE,
                        "markPriceUpdate: field \"r\" is \"five\"; a decimal number is expected"),
                changed(
                        FORCED,
                        "SELL",
                        "HOLD",
                        "HOLD",
                        BAD_VALUE,
                        "forceOrder: field \"S\" is \"HOLD\"; BUY or SELL is expected"),
                changed(FORCED, "\"ap\":\"3\",", "", "{\"s\"", MISSING_FIELD, "forceOrder: there is no field \"ap\""),
                changed(
                        FORCED,
                        "\"ap\":\"3\"",
                        "\"ap\":\"3.000000001\"",
                        "3.0",
                        DOES_NOT_FIT,
                        "forceOrder: field \"ap\" is \"3.000000001\"; at most 8 decimals are expected"),
                at(
                        "{\"e\":\"forceOrder\",\"o\":[]}",
                        "[]",
                        BAD_VALUE,
                        "forceOrder: field \"o\" is \"[]\"; an object is expected"));
    }

    /** Refused at the last place where the frame holds the text; an empty text is its end. */
    private static Arguments at(String frame, String lastText, Reason reason, String message) {
        String trimmed = frame.stripTrailing();
        int offset = lastText.isEmpty() ? trimmed.length() : frame.lastIndexOf(lastText);
        return Arguments.of(frame, reason, offset, message);
    }

    private static Arguments changed(
            String frame, String part, String by, String firstText, Reason reason, String message) {
        String changed = frame.replace(part, by);
        int offset = message.startsWith("field") ? changed.lastIndexOf(firstText) : changed.indexOf(firstText);
        return Arguments.of(changed, reason, offset, message);
    }

    @ParameterizedTest
    @MethodSource({"frames", "json", "ids", "quotes", "trades", "marksAndOrders"})
    void saysWhatAndWhere(String frame, Reason reason, int offset, String message) {
        // The frame stands behind other bytes: an offset counts from its start.
        byte[] bytes = ("{{{" + frame).getBytes(StandardCharsets.UTF_8);
        FrameRefusedException refusal = catchThrowableOfType(
                FrameRefusedException.class,
                () -> Venue.adapter("BTCUSDT").decode(bytes, 3, bytes.length - 3, new RecordingSink()));
        assertThat(refusal).isNotNull().hasMessage(message);
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.offset()).isEqualTo(offset);
    }

    @Test
    void refusesEveryTornFrame() {
        for (String frame : new String[] {QUOTE, TRADE, AGGREGATE, MARK, FORCED}) {
            String whole = "{\"stream\":\"x\",\"data\":" + frame + "}";
            for (int length = 0; length < whole.length(); length++) {
                String torn = whole.substring(0, length);
                FrameRefusedException refusal =
                        catchThrowableOfType(FrameRefusedException.class, () -> Venue.decode(torn));
                assertThat(refusal).as(torn).isNotNull();
                assertThat(refusal.reason()).as(torn).isEqualTo(MALFORMED);
            }
        }
    }
}
