package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.event.EventFlag;
import pawl.api.exchange.FrameRefusedException;
import pawl.testkit.CanonicalEvent;

class LiquidationTest {
    private static final String ORDER = """
            "s":"BTCUSDT","S":"%s","o":"LIMIT","f":"IOC","q":"0.190","p":"82338.30","ap":"82651.90","X":"FILLED",\
            "l":"0.155","z":"0.170","T":1791565602120""";
    private static final int LONG = EventFlag.SAMPLED | EventFlag.LONG_LIQUIDATED;

    static Stream<Arguments> forceOrders() {
        String sale = ORDER.formatted("SELL");
        String purchase = ORDER.formatted("BUY");
        return Stream.of(
                argumentSet("before 2026", "{\"e\":\"forceOrder\",\"E\":5,\"o\":{" + sale + "}}", List.of(event(LONG))),
                argumentSet(
                        "2026, in the stream of all symbols: one object",
                        "{\"stream\":\"!forceOrder@arr\",\"data\":{\"e\":\"forceOrder\",\"E\":5,\"o\":{" + sale
                                + ",\"ps\":\"BTCUSDT\",\"st\":1}}}",
                        List.of(event(LONG))),
                argumentSet(
                        "an array, of a short and of a COIN-M contract",
                        "{\"stream\":\"!forceOrder@arr\",\"data\":[{\"e\":\"forceOrder\",\"E\":5,\"o\":{" + purchase
                                + "}},{\"e\":\"forceOrder\",\"E\":5,\"o\":{" + sale + ",\"st\":2}}]}",
                        List.of(event(EventFlag.SAMPLED), new CanonicalEvent.Ignored("coinMargined"))),
                argumentSet(
                        "the order before the kind",
                        "{\"o\":{" + purchase + "},\"e\":\"forceOrder\"}",
                        List.of(event(EventFlag.SAMPLED))));
    }

    private static CanonicalEvent event(int flags) {
        return new CanonicalEvent.Liquidation(0, 1791565602120L, 8265190000000L, 170, 8233830000000L, 190, flags);
    }

    @ParameterizedTest
    @MethodSource("forceOrders")
    void decodes(String frame, List<CanonicalEvent> expected) throws FrameRefusedException {
        assertThat(Venue.decode(frame)).isEqualTo(expected);
    }
}
