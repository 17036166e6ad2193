package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.event.EventFlag;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.testkit.CanonicalEvent;
import pawl.testkit.RecordingSink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real frames mean what Jackson and BigDecimal read in them. */
class AgreementTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int EVERY = 5;

    @Test
    void committedFrames() throws FrameRefusedException {
        assertAgrees(Fixtures.lines("streams_2021-2022.jsonl"), 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"btcusdt_20230405.dat.gz", "ethusdt_20240719.gz"})
    void recordedFrames(String name) throws IOException, FrameRefusedException {
        assertAgrees(SharedData.stampedFrames("recordings/" + name), EVERY);
    }

    private static void assertAgrees(List<byte[]> frames, int every) throws FrameRefusedException {
        ExchangeAdapter adapter = Venue.adapter(-8, -8, List.of("BTCUSDT", "ETHUSDT", "BALUSDT", "BTCUSDT_210625"));
        int compared = 0;
        for (int i = 0; i < frames.size(); i += every) {
            RecordingSink sink = new RecordingSink();
            adapter.decode(frames.get(i), 0, frames.get(i).length, sink);
            JsonNode data = JSON.readTree(frames.get(i)).path("data");
            for (int message = 0; message < sink.events().size(); message++) {
                JsonNode fields = data.isArray() ? data.get(message) : data;
                switch (sink.events().get(message)) {
                    case CanonicalEvent.Trade trade -> assertThat(trade).isEqualTo(trade(trade.instrument(), fields));
                    case CanonicalEvent.BookTicker ticker ->
                        assertThat(ticker).isEqualTo(ticker(ticker.instrument(), fields));
                    case CanonicalEvent.MarkPrice mark -> assertThat(mark).isEqualTo(mark(mark.instrument(), fields));
                    default -> {
                        continue;
                    }
                }
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(frames.size() / every / 3);
    }

    private static CanonicalEvent.Trade trade(int instrument, JsonNode fields) {
        boolean isAggregate = fields.get("e").stringValue().equals("aggTrade");
        String execution = fields.path("X").asString("MARKET");
        return new CanonicalEvent.Trade(
                instrument,
                fields.get("T").longValue(),
                fields.get(isAggregate ? "f" : "t").longValue(),
                fields.get(isAggregate ? "l" : "t").longValue(),
                isAggregate ? fields.get("a").longValue() : 0,
                mantissa(fields, "p", 8),
                mantissa(fields, "q", 8),
                (fields.get("m").booleanValue() ? EventFlag.TAKER_SOLD : 0)
                        | (isAggregate ? EventFlag.AGGREGATE : 0)
                        | (execution.equals("MARKET") ? 0 : EventFlag.OFF_BOOK));
    }

    private static CanonicalEvent.BookTicker ticker(int instrument, JsonNode fields) {
        return new CanonicalEvent.BookTicker(
                instrument,
                fields.get("T").longValue(),
                fields.get("u").longValue(),
                mantissa(fields, "b", 8),
                mantissa(fields, "B", 8),
                mantissa(fields, "a", 8),
                mantissa(fields, "A", 8),
                0);
    }

    private static CanonicalEvent.MarkPrice mark(int instrument, JsonNode fields) {
        return new CanonicalEvent.MarkPrice(
                instrument,
                fields.get("E").longValue(),
                mantissa(fields, "p", 8),
                mantissa(fields, "i", 8),
                mantissa(fields, "r", 12),
                fields.get("T").longValue(),
                EventFlag.WITH_INDEX | EventFlag.WITH_FUNDING);
    }

    private static long mantissa(JsonNode fields, String name, int decimals) {
        return new BigDecimal(fields.get(name).stringValue())
                .movePointRight(decimals)
                .longValueExact();
    }
}
