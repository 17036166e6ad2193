package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static pawl.api.exchange.FrameRefusedException.Reason.BAD_VALUE;
import static pawl.api.exchange.FrameRefusedException.Reason.DOES_NOT_FIT;
import static pawl.api.exchange.FrameRefusedException.Reason.MALFORMED;
import static pawl.api.exchange.FrameRefusedException.Reason.MISSING_FIELD;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.event.EventFlag;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.testkit.CanonicalEvent;
import pawl.testkit.RecordingSink;

class RestTest {
    private static final int WITH_ALL = EventFlag.WITH_INDEX | EventFlag.WITH_FUNDING;
    private static final long HOUR_MS = 3_600_000;

    static Stream<Arguments> bodies() {
        return Stream.of(
                argumentSet(
                        "open interest",
                        "{\"openInterest\":\"83782.317\",\"symbol\":\"BTCUSDT\",\"time\":1702244985273}",
                        List.of(new CanonicalEvent.OpenInterest(0, 1702244985273L, 83782317, 0))),
                argumentSet(
                        "open interest as a number, finer than quantities",
                        "{\"symbol\":\"BTCUSDT\",\"openInterest\":8.37825e1,\"time\":\"5\"}",
                        List.of(new CanonicalEvent.OpenInterest(0, 5, 83782, EventFlag.ROUNDED))),
                argumentSet(
                        "open interest of a symbol that is not configured",
                        "{\"symbol\":\"币安人生USDT\",\"openInterest\":\"x\",\"time\":5}",
                        List.of(new CanonicalEvent.Unconfigured("币安人生USDT"))),
                argumentSet(
                        "premium index",
                        """
                        {"estimatedSettlePrice":"26808.13173098","indexPrice":"26798.25197802","interestRate":"0.00010000",\
                        "lastFundingRate":"0.00001226","markPrice":"26780.82240476","nextFundingTime":1687248000000,\
                        "symbol":"BTCUSDT","time":1687244112000}""",
                        List.of(
                                new CanonicalEvent.MarkPrice(
                                        0,
                                        1687244112000L,
                                        2678082240476L,
                                        2679825197802L,
                                        12260000,
                                        1687248000000L,
                                        WITH_ALL),
                                new CanonicalEvent.Funding(0, 1687244112000L, 12260000, 1687248000000L, 480, 0))),
                argumentSet(
                        "premium index of a delivery contract and of one that is not traded",
                        """
                        [{"symbol":"BTCUSDT","markPrice":"2","indexPrice":"","lastFundingRate":"","nextFundingTime":0,"time":3},\
                        {"symbol":"BTCUSDT","markPrice":"0.00000000","indexPrice":"1","lastFundingRate":"0.1",\
                        "nextFundingTime":8,"time":4}]""",
                        List.of(
                                new CanonicalEvent.MarkPrice(0, 3, 200000000, 0, 0, 0, 0),
                                new CanonicalEvent.Ignored("noMarkPrice"),
                                new CanonicalEvent.Funding(0, 4, 100000000000L, 8, 480, 0))),
                argumentSet(
                        "funding history with two symbols that are not configured",
                        """
                        [{"symbol":"ETHUSDT","fundingRate":"0.1","fundingTime":1},{"symbol":"ETHUSDT","fundingRate":"0.1",\
                        "fundingTime":2},{"symbol":"BTCUSDT","fundingRate":"-0.00022270","fundingTime":1600128000000},\
                        {"symbol":"SOLUSDT","fundingRate":"0.1","fundingTime":2}]""",
                        List.of(
                                new CanonicalEvent.Unconfigured("ETHUSDT"),
                                new CanonicalEvent.Unconfigured("SOLUSDT"),
                                new CanonicalEvent.Funding(
                                        0, 1600128000000L, -222700000, 1600128000000L, 480, EventFlag.SETTLED))),
                argumentSet(
                        "a body inside an envelope",
                        "{\"stream\":\"x\",\"data\":{\"lastUpdateId\":1,\"bids\":[],\"asks\":[]}}",
                        List.of(new CanonicalEvent.Ignored("depthSnapshot"))),
                argumentSet(
                        "a field twice where no use is made of it",
                        "{\"bids\":[],\"lastUpdateId\":1,\"lastUpdateId\":1}",
                        List.of(new CanonicalEvent.Ignored("depthSnapshot"))));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void decodes(String body, List<CanonicalEvent> expected) throws FrameRefusedException {
        assertThat(Venue.decode(body)).isEqualTo(expected);
    }

    /** All symbols at once is not what Pawl asks for, but what recordings hold. */
    @Test
    void findsItsSymbolAmongAllOfTheVenue() throws FrameRefusedException {
        List<String> rows = new ArrayList<>();
        List<CanonicalEvent> expected = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            String symbol = i == 400 ? "BTCUSDT" : "T" + i + "USDT";
            rows.add("{\"symbol\":\"" + symbol
                    + "\",\"markPrice\":\"2\",\"indexPrice\":\"\",\"lastFundingRate\":\"0.1\","
                    + "\"nextFundingTime\":8,\"time\":3}");
            if (i == 400) {
                expected.add(
                        new CanonicalEvent.MarkPrice(0, 3, 200000000, 0, 100000000000L, 8, EventFlag.WITH_FUNDING));
                expected.add(new CanonicalEvent.Funding(0, 3, 100000000000L, 8, 480, 0));
            } else {
                expected.add(new CanonicalEvent.Unconfigured(symbol));
            }
        }
        assertThat(Venue.decode(rows.toString())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0 8 16, 480 480 480",
        "0 4, 240 240",
        "2 1 0, 60 60 60",
        "0 6 14, 360 360 480",
        "0 2 5, 120 120 480",
        "0 24 28, 480 480 240",
        "0, 480",
        "0 0, 480 480",
    })
    void takesTheIntervalFromTheNeighbouringRow(String hours, String minutes) throws FrameRefusedException {
        List<String> rows = new ArrayList<>();
        long jitterMs = 0;
        for (String hour : hours.split(" ")) {
            long timeMs = 1_600_128_000_000L + Long.parseLong(hour) * HOUR_MS + jitterMs;
            jitterMs = 14 - jitterMs;
            rows.add("{\"symbol\":\"BTCUSDT\",\"fundingRate\":\"0.1\",\"fundingTime\":" + timeMs + "}");
        }
        List<String> intervals = Venue.decode(rows.toString()).stream()
                .map(call -> String.valueOf(((CanonicalEvent.Funding) call).intervalMinutes()))
                .toList();
        assertThat(String.join(" ", intervals)).isEqualTo(minutes);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        "{\"openInterest\":\"-1\",\"symbol\":\"BTCUSDT\",\"time\":1}",
                        BAD_VALUE,
                        0,
                        "openInterest: field \"openInterest\" is \"-1\"; a number of at least 0 is expected"),
                Arguments.of(
                        "{\"openInterest\":\"1e30\",\"symbol\":\"BTCUSDT\",\"time\":1}",
                        DOES_NOT_FIT,
                        0,
                        "openInterest: field \"openInterest\": \"1e30\" does not fit in 64 bits at 10^-3"),
                Arguments.of(
                        "{\"openInterest\":\"1\",\"symbol\":\"BTCUSDT\",\"time\":1.5}",
                        BAD_VALUE,
                        0,
                        "openInterest: field \"time\" is \"1.5\"; a whole number of at least 0 is expected"),
                Arguments.of(
                        "{\"openInterest\":\"1\",\"symbol\":\"BTCUSDT\"}",
                        MISSING_FIELD,
                        0,
                        "openInterest: there is no field \"time\""),
                Arguments.of(
                        "{\"openInterest\":\"1\",\"time\":1}",
                        MISSING_FIELD,
                        0,
                        "openInterest: there is no field \"symbol\""),
                Arguments.of(
                        "{\"openInterest\":null,\"symbol\":\"BTCUSDT\",\"time\":1}",
                        MISSING_FIELD,
                        0,
                        "openInterest: there is no field \"openInterest\""),
                Arguments.of(
                        "[{\"symbol\":\"BTCUSDT\",\"fundingRate\":\"1\",\"fundingTime\":1}, {\"symbol\":\"BTCUSDT\"}]",
                        MISSING_FIELD,
                        57,
                        "fundingRate: there is no field \"fundingTime\""),
                Arguments.of(
                        "[{\"symbol\":\"BTCUSDT\",\"fundingRate\":\"1\",\"fundingTime\":1}, null]",
                        MISSING_FIELD,
                        57,
                        "fundingRate: there is no field \"symbol\""));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void saysWhatAndWhere(String body, Reason reason, int offset, String message) {
        // The frame stands behind other bytes: an offset counts from its start.
        byte[] bytes = ("[[" + body).getBytes(StandardCharsets.UTF_8);
        FrameRefusedException refusal = catchThrowableOfType(
                FrameRefusedException.class,
                () -> Venue.adapter("BTCUSDT").decode(bytes, 2, bytes.length - 2, new RecordingSink()));
        assertThat(refusal).isNotNull().hasMessage(message);
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.offset()).isEqualTo(offset);
    }

    static Stream<Arguments> refusedByJackson() {
        return Stream.of(
                Arguments.of("{\"symbol\":\"A\",\"symbol\":\"BTCUSDT\",\"openInterest\":\"1\",\"time\":1}", MALFORMED),
                Arguments.of("{\"symbol\":[\"BTCUSDT\"],\"openInterest\":\"1\",\"time\":1}", BAD_VALUE),
                Arguments.of("{\"symbol\":\"BTCUSDT\",\"openInterest\":{\"x\":1},\"time\":1}", BAD_VALUE),
                Arguments.of("[{\"symbol\":\"BTCUSDT\",\"fundingRate\":\"1\",\"fundingTime\":1},7]", BAD_VALUE));
    }

    @ParameterizedTest
    @MethodSource("refusedByJackson")
    void refusesWhatIsNotOfTheShape(String body, Reason reason) {
        FrameRefusedException refusal = catchThrowableOfType(FrameRefusedException.class, () -> Venue.decode(body));
        assertThat(refusal).isNotNull().hasMessageStartingWith("REST body: ");
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.offset()).isBetween(1, body.length());
    }
}
