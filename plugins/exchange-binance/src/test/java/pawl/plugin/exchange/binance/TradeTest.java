package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.event.EventFlag;
import pawl.api.exchange.FrameRefusedException;
import pawl.testkit.CanonicalEvent;

class TradeTest {
    static Stream<Arguments> trades() {
        return Stream.of(
                argumentSet(
                        "aggTrade of 2021",
                        """
                        {"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","E":1616202009196,"a":389551486,"s":"BTCUSDT",\
                        "p":"58665.00","q":"0.043","f":621622993,"l":621622993,"T":1616202009188,"m":false}}""",
                        new CanonicalEvent.Trade(
                                0, 1616202009188L, 621622993, 621622993, 389551486, 5866500, 43, EventFlag.AGGREGATE)),
                argumentSet(
                        "aggTrade of 2026, whose nq is not what traded",
                        """
                        {"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","E":1791391082024,"a":3478018549,"s":"BTCUSDT",\
                        "p":"83434.40","q":"0.016","nq":"0.012","f":8154045700,"l":8154045704,"T":1791391081874,"m":true,\
                        "st":1}}""",
                        new CanonicalEvent.Trade(
                                0,
                                1791391081874L,
                                8154045700L,
                                8154045704L,
                                3478018549L,
                                8343440,
                                16,
                                EventFlag.AGGREGATE | EventFlag.TAKER_SOLD)),
                argumentSet(
                        "trade",
                        """
                        {"stream":"btcusdt@trade","data":{"e":"trade","E":1721347202813,"T":1721347202812,"s":"BTCUSDT",\
                        "t":5182006711,"p":"63960.00","q":"0.310","X":"MARKET","m":false}}""",
                        new CanonicalEvent.Trade(0, 1721347202812L, 5182006711L, 5182006711L, 0, 6396000, 310, 0)),
                argumentSet(
                        "trade by the insurance fund",
                        """
                        {"stream":"btcusdt@trade","data":{"e":"trade","E":1680652874406,"T":1680652874400,"s":"BTCUSDT",\
                        "t":3535191080,"p":"28722.50","q":"0.001","X":"INSURANCE_FUND","m":true}}""",
                        new CanonicalEvent.Trade(
                                0,
                                1680652874400L,
                                3535191080L,
                                3535191080L,
                                0,
                                2872250,
                                1,
                                EventFlag.OFF_BOOK | EventFlag.TAKER_SOLD)),
                argumentSet(
                        "bare trade without X",
                        """
                        {"e":"trade","E":123456789,"s":"BTCUSDT","t":5933014,"p":"0.01","q":"100","T":123456785,"m":true}""",
                        new CanonicalEvent.Trade(0, 123456785, 5933014, 5933014, 0, 1, 100_000, EventFlag.TAKER_SOLD)));
    }

    static Stream<Arguments> unusualSpellings() {
        return Stream.of(
                argumentSet(
                        "fields in another order, blanks, JSON numbers and an exponent",
                        """
                         { "m" : false ,"q":2e-3, "p" : 1.5E1 , "T":17e2,"t":"9", "s" : "BTCUSDT", "e":"trade" }\s
                        """,
                        new CanonicalEvent.Trade(0, 1700, 9, 9, 0, 1500, 2, 0)),
                argumentSet(
                        "a number in the first bytes of the array, and ids of every length",
                        """
                        {"T":1,"t":"0000000000000000000012","e":"trade","s":"BTCUSDT","p":"3","q":"4","m":false}""",
                        new CanonicalEvent.Trade(0, 1, 12, 12, 0, 300, 4000, 0)),
                argumentSet(
                        "the longest id",
                        """
                        {"t":9223372036854775807,"T":1234567890123456,"e":"trade","s":"BTCUSDT","p":"3","q":"4","m":false}""",
                        new CanonicalEvent.Trade(
                                0, 1234567890123456L, Long.MAX_VALUE, Long.MAX_VALUE, 0, 300, 4000, 0)),
                argumentSet(
                        "unknown fields, nested ones too",
                        """
                        {"zz":{"p":"1","a":[1,{"e":"kline"}],"t":[]},"e":"trade","note":"say \\"p\\":\\u0031","T":1,"t":2,\
                        "s":"BTCUSDT","p":"3","q":"4","m":true,"k":null,"9":-0.5e+3}""",
                        new CanonicalEvent.Trade(0, 1, 2, 2, 0, 300, 4000, EventFlag.TAKER_SOLD)));
    }

    @ParameterizedTest
    @MethodSource({"trades", "unusualSpellings"})
    void decodes(String frame, CanonicalEvent expected) throws FrameRefusedException {
        assertThat(Venue.decode(frame)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSURANCE_FUND", "ADL", "NA", "SOMETHING_NEW"})
    void marksWhatWasNotMatchedInTheBook(String executionType) throws FrameRefusedException {
        String frame = "{\"e\":\"trade\",\"T\":1,\"s\":\"BTCUSDT\",\"t\":2,\"p\":\"3\",\"q\":\"4\",\"X\":\""
                + executionType + "\",\"m\":false}";
        assertThat(Venue.decode(frame))
                .containsExactly(new CanonicalEvent.Trade(0, 1, 2, 2, 0, 300, 4000, EventFlag.OFF_BOOK));
    }

    @Test
    void keepsAnOffBookMessageThatTradesNothingSinceItUsesUpATradeId() throws FrameRefusedException {
        String frame = """
                {"e":"trade","E":1746194730699,"T":1746194730699,"s":"BTCUSDT","t":2332526925,"p":"0","q":"0","X":"NA",\
                "m":false}""";
        assertThat(Venue.decode(frame))
                .containsExactly(new CanonicalEvent.Trade(
                        0, 1746194730699L, 2332526925L, 2332526925L, 0, 0, 0, EventFlag.OFF_BOOK));
    }

    @Test
    void refusesATradeInTheBookThatTradesNothing() {
        assertThatThrownBy(
                        () -> Venue.decode(
                                "{\"e\":\"trade\",\"T\":1,\"s\":\"BTCUSDT\",\"t\":2,\"p\":\"0\",\"q\":\"0\",\"X\":\"MARKET\",\"m\":false}"))
                .isInstanceOf(FrameRefusedException.class);
    }
}
