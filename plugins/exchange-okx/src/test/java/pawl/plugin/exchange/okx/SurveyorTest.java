package pawl.plugin.exchange.okx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.InstrumentSurveyor;

class SurveyorTest {
    private final InstrumentSurveyor surveyor = new OkxProvider().surveyor();

    private List<String> survey(String frame) throws FrameRefusedException {
        List<String> findings = new ArrayList<>();
        byte[] bytes = Okx.bytes(frame);
        surveyor.survey(
                bytes,
                0,
                bytes.length,
                (symbol, priceDecimals, quantityDecimals) ->
                        findings.add(symbol + " " + priceDecimals + " " + quantityDecimals));
        return findings;
    }

    static Stream<Arguments> frames() {
        String trade = "{\"instId\":\"BTC-USDT-SWAP\",\"px\":\"43568.8\",\"sz\":\"8.55\"}";
        return Stream.of(
                Arguments.of(Okx.message("trades", trade), List.of("BTC-USDT-SWAP 1 2")),
                Arguments.of(
                        "{\"backfill\":\"X\",\"trades\":{\"code\":\"0\",\"data\":[" + trade + "]}}",
                        List.of("BTC-USDT-SWAP 1 2")),
                Arguments.of(
                        Okx.message("bbo-tbt", "{\"asks\":[[\"2.75\",\"7\"]],\"bids\":[]}"),
                        List.of("BTC-USDT-SWAP 0 0", "BTC-USDT-SWAP 2 0")),
                Arguments.of(
                        Okx.message("tickers", "{\"bidPx\":\"\",\"bidSz\":\"\",\"askPx\":\"2.125\",\"askSz\":\"1.5\"}"),
                        List.of("BTC-USDT-SWAP 3 1")),
                Arguments.of(
                        Okx.message("open-interest", "{\"oiCcy\":\"1.2345678901234567890123\"}"),
                        List.of("BTC-USDT-SWAP 0 0")),
                Arguments.of(
                        "{\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"},\"data\":[{\"details\":[{\"sz\":\"1.5\"}],"
                                + "\"instId\":\"CHZ-USDT-SWAP\"}]}",
                        List.of("CHZ-USDT-SWAP 0 1")),
                Arguments.of(Okx.message("books", "{}"), List.of()),
                Arguments.of("pong", List.of()));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void reports(String frame, List<String> findings) throws FrameRefusedException {
        assertThat(survey(frame)).isEqualTo(findings);
    }

    @Test
    void findsTheInstrumentsOfTheRecording() throws IOException, FrameRefusedException {
        Map<String, Integer> priceDecimals = new TreeMap<>();
        for (String frame : SharedData.received("recordings/cryptofeed_20220513.jsonl.gz")) {
            byte[] bytes = Okx.bytes(frame);
            surveyor.survey(
                    bytes, 0, bytes.length, (symbol, price, _) -> priceDecimals.merge(symbol, price, Math::max));
        }
        assertThat(priceDecimals).isEqualTo(Map.of("BTC-USD-220527", 1, "BTC-USDT", 1, "UNI-USD-SWAP", 3));
    }
}
