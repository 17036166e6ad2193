package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.testkit.CanonicalEvent;
import pawl.testkit.RecordingSink;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Damaged frames: nothing but the typed refusal comes out, and it points into the frame. */
class MutationTest {
    private static final int MUTATIONS = Integer.getInteger("pawl.mutations", 4_000);
    private static final List<byte[]> FRAMES = Fixtures.all();
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingButARefusalComesOut(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ExchangeAdapter adapter = Venue.adapter(-8, -8, List.of("BTCUSDT", "ETHUSDT", "LTCUSDT", "BALUSDT"));
        InstrumentSurveyor surveyor = new BinanceProvider().surveyor();
        int refused = 0;
        for (int round = 0; round < MUTATIONS; round++) {
            byte[] frame = Mutations.mutated(FRAMES, random);
            String shown = "seed " + seed + ", round " + round + ": " + new String(frame, StandardCharsets.ISO_8859_1);
            RecordingSink sink = new RecordingSink();
            try {
                adapter.decode(frame, 0, frame.length, sink);
                assertThat(sink.events()).as(shown).isNotEmpty();
                assertIsJson(frame, sink, shown);
            } catch (FrameRefusedException refusal) {
                refused++;
                assertThat(refusal.offset()).as(shown).isBetween(0, frame.length);
            } catch (RuntimeException | StackOverflowError fault) {
                fail(shown, fault);
            }
            try {
                surveyor.survey(frame, 0, frame.length, (_, _, _) -> {});
            } catch (FrameRefusedException refusal) {
                assertThat(refusal.offset()).as(shown).isBetween(0, frame.length);
            } catch (RuntimeException | StackOverflowError fault) {
                fail(shown, fault);
            }
        }
        assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS - MUTATIONS / 20);
    }

    /** What gave an event was read to its end, so it is JSON for Jackson too; texts apart, whose encoding is not checked. */
    private static void assertIsJson(byte[] frame, RecordingSink sink, String shown) {
        boolean wasRead = sink.events().stream().noneMatch(call -> call instanceof CanonicalEvent.Ignored);
        if (wasRead) {
            for (int i = 0; i < frame.length; i++) {
                frame[i] = frame[i] < 0 ? (byte) 'x' : frame[i];
            }
            try {
                JSON.readTree(frame);
            } catch (JacksonException fault) {
                fail(shown, fault);
            }
        }
    }
}
