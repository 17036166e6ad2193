package pawl.plugin.exchange.bybit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.api.event.EventFlag;
import pawl.api.exchange.FrameRefusedException;
import pawl.testkit.CanonicalEvent;
import pawl.testkit.CanonicalEvent.Funding;
import pawl.testkit.CanonicalEvent.Ignored;
import pawl.testkit.CanonicalEvent.MarkPrice;
import pawl.testkit.CanonicalEvent.OpenInterest;
import pawl.testkit.CanonicalEvent.Trade;
import pawl.testkit.CanonicalEvent.Unconfigured;

class DecodingTest {
    private static final long TIME_MS = 1_791_091_006_483L;
    private static final String UUID = "a9188a0a-82bc-50de-be60-03eedbe3cdd7";

    private static String trade(String members) {
        return "{\"topic\":\"publicTrade.BTCUSDT\",\"type\":\"snapshot\",\"ts\":1,\"data\":[{\"T\":2,\"s\":\"BTCUSDT\","
                + "\"S\":\"Buy\",\"v\":\"1\",\"p\":\"3\",\"i\":\"" + UUID + '"' + members + "}]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Half of an odd last digit is a tie, which goes to the even one.
                ",\"openInterest\":\"1.001\"|500|16",
                ",\"openInterest\":\"1.003\"|502|16",
                ",\"openInterest\":\"1.002\"|501|0",
                ",\"openInterest\":\"9\",\"singleOpenInterest\":\"1.0005\"|1000|16",
                ",\"openInterest\":\"9\",\"singleOpenInterest\":\"4.501\"|4501|0",
                ",\"openInterest\":\"9\",\"singleOpenInterest\":\"\"|4500|0",
                ",\"openInterest\":\"0\"|0|0",
            })
    void openInterestIsOneSides(String members, long mantissa, int flags) throws FrameRefusedException {
        assertThat(Bybit.decode(Bybit.ticker(members))).containsExactly(new OpenInterest(0, TIME_MS, mantissa, flags));
    }

    @Test
    void aDeltaGivesOnlyWhatItCarries() throws FrameRefusedException {
        assertThat(Bybit.decode(Bybit.ticker(",\"bid1Price\":\"84792.60\",\"bid1Size\":\"1.302\"")))
                .containsExactly(new Ignored("tickers"));
        assertThat(Bybit.decode(Bybit.ticker(",\"indexPrice\":\"5\",\"nextFundingTime\":\"7\"")))
                .containsExactly(new Ignored("tickers"));
        assertThat(Bybit.decode(Bybit.ticker(",\"markPrice\":\"5\",\"indexPrice\":\"\"")))
                .containsExactly(new MarkPrice(0, TIME_MS, 500_000_000, 0, 0, 0, 0));
        assertThat(Bybit.decode(Bybit.ticker(",\"markPrice\":\"0\""))).containsExactly(new Ignored("noMarkPrice"));
        assertThat(Bybit.decode(Bybit.ticker(",\"fundingRate\":\"0.00012345678905\",\"fundingIntervalHour\":\"1\"")))
                .containsExactly(new Funding(0, TIME_MS, 123_456_789, 0, 60, EventFlag.ROUNDED));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "',\"BT\":false', 0",
        "',\"BT\":true', 2",
        "',\"RPI\":true', 0",
    })
    void blockTradesAreOffTheBook(String members, int flags) throws FrameRefusedException {
        long id = BybitTranscripts.id(UUID);
        assertThat(Bybit.decode(trade(members)))
                .containsExactly(new Trade(0, 2, id, id, 0, 300, 1_000, EventFlag.UNORDERED_ID | flags));
    }

    /** A digit anywhere makes another id: none of the bits that all UUIDs share hides one. */
    @Test
    void eachDigitOfAUuidCounts() throws FrameRefusedException {
        long id = BybitTranscripts.id(UUID);
        for (int at = 0; at < UUID.length(); at++) {
            if (UUID.charAt(at) != '-') {
                String other = UUID.substring(0, at) + (UUID.charAt(at) == 'f' ? '0' : 'f') + UUID.substring(at + 1);
                List<CanonicalEvent> events = Bybit.decode(trade("").replace(UUID, other));
                assertThat(((Trade) events.getFirst()).lastTradeId())
                        .as(other)
                        .isEqualTo(BybitTranscripts.id(other))
                        .isNotEqualTo(id);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"op\":\"ping\",\"success\":true,\"ret_msg\":\"pong\"}|pong",
                "{\"success\":false,\"ret_msg\":\"x\",\"op\":\"subscribe\"}|venueError",
                "{\"retCode\":10006,\"retMsg\":\"Too many visits!\",\"result\":{},\"time\":1}|venueError",
                "{\"retCode\":0,\"result\":{\"category\":\"inverse\",\"list\":[]},\"time\":1}|otherCategory",
                "{\"retCode\":0,\"result\":{\"category\":\"linear\",\"list\":[]},\"time\":1}|empty",
                "{\"topic\":\"orderbook.1.BTCUSDT\",\"type\":\"delta\",\"data\":{}}|orderbook.1 delta",
                "{\"topic\":\"orderbook.200.BTCUSDT\",\"type\":\"delta\",\"data\":{}}|orderbook.200",
                "{\"topic\":\"neverSeen.BTCUSDT\"}|neverSeen",
            })
    void ignoresWithAReason(String frame, String reason) throws FrameRefusedException {
        assertThat(Bybit.decode(frame)).containsExactly(new Ignored(reason));
    }

    @Test
    void reportsAnUnknownSymbolOnce() throws FrameRefusedException {
        assertThat(Bybit.decode(trade("").replace("BTCUSDT", "DOGEUSDT")))
                .containsExactly(new Unconfigured("DOGEUSDT"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|MISSING_FIELD at 0: frame: neither a topic, an op nor a retCode names its kind",
                "[]|BAD_VALUE at 0: the frame is no object",
                "access too frequent|MALFORMED at 0: \"a\" where a value is expected",
                "{\"topic\":\"tickers\"}|BAD_VALUE at 10: frame: field \"topic\" is \"tickers\"; "
                        + "a channel, a point and a symbol, written without escapes, is expected",
                "{\"topic\":\"tickers.BTCUSDT\",\"data\":{\"symbol\":\"ETHUSDT\"},\"ts\":1}|BAD_VALUE at 45: "
                        + "tickers: field \"symbol\" is \"ETHUSDT\"; the topic's symbol is expected",
                "{\"topic\":\"publicTrade.BTCUSDT\",\"data\":[{\"s\":\"BTCUSDT\",\"i\":\"17\"}]}|BAD_VALUE at 59: "
                        + "publicTrade: field \"i\" is \"17\"; a UUID is expected",
                "{\"topic\":\"orderbook.1.BTCUSDT\",\"type\":\"snapshot\",\"data\":{\"s\":\"BTCUSDT\",\"b\":[[\"1\"]]},"
                        + "\"cts\":1}|MISSING_FIELD at 76: orderbook.1 level: there is no item 1",
            })
    void refuses(String frame, String refusal) {
        FrameRefusedException refused = catchThrowableOfType(FrameRefusedException.class, () -> Bybit.decode(frame));
        assertThat(refused.reason() + " at " + refused.offset() + ": " + refused.getMessage())
                .isEqualTo(refusal);
    }
}
