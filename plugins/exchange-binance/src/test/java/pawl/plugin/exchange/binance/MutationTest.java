package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.InstrumentSurveyor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Damaged frames: nothing but the typed refusal comes out, and it points into the frame. */
class MutationTest {
    private static final int MUTATIONS = Integer.getInteger("pawl.mutations", 4_000);
    private static final List<byte[]> FRAMES = Fixtures.all();
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] TELLING =
            "{}[]\",:\\u0019eE+-.tfn \n\0\u0001TtpqbBaAsSmxXozrifl".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingButARefusalComesOut(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ExchangeAdapter adapter = Venue.adapter(-8, -8, List.of("BTCUSDT", "ETHUSDT", "LTCUSDT", "BALUSDT"));
        InstrumentSurveyor surveyor = new BinanceProvider().surveyor();
        int refused = 0;
        for (int round = 0; round < MUTATIONS; round++) {
            byte[] frame = mutated(random);
            String shown = "seed " + seed + ", round " + round + ": " + new String(frame, StandardCharsets.ISO_8859_1);
            RecordingSink sink = new RecordingSink();
            try {
                adapter.decode(frame, 0, frame.length, sink);
                assertThat(sink.calls).as(shown).isNotEmpty();
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
        boolean wasRead = sink.calls.stream().noneMatch(call -> call instanceof Call.Ignored);
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

    private static byte[] mutated(SplittableRandom random) {
        byte[] frame = any(random).clone();
        for (int change = random.nextInt(1, 4); change > 0; change--) {
            frame = mutatedOnce(frame, random);
        }
        return frame;
    }

    private static byte[] any(SplittableRandom random) {
        byte[] frame = FRAMES.get(random.nextInt(FRAMES.size()));
        return frame.length > 2_000 ? any(random) : frame;
    }

    private static byte[] mutatedOnce(byte[] frame, SplittableRandom random) {
        if (frame.length == 0) {
            return frame;
        }
        int at = random.nextInt(frame.length);
        byte telling = TELLING[random.nextInt(TELLING.length)];
        return switch (random.nextInt(7)) {
            case 0 -> spliced(frame, at, new byte[] {(byte) (frame[at] ^ 1 << random.nextInt(8))}, at + 1);
            case 1 -> spliced(frame, at, new byte[] {telling}, at + 1);
            case 2 -> spliced(frame, at, new byte[] {telling}, at);
            case 3 -> spliced(frame, at, new byte[0], random.nextInt(at, frame.length + 1));
            case 4 -> Arrays.copyOf(frame, at);
            case 5 -> {
                byte[] other = any(random);
                yield spliced(
                        frame, at, Arrays.copyOfRange(other, random.nextInt(other.length), other.length), frame.length);
            }
            default -> spliced(frame, at, Arrays.copyOfRange(frame, at, random.nextInt(at, frame.length + 1)), at);
        };
    }

    /** The bytes before a position, others, and the bytes from a second position on. */
    private static byte[] spliced(byte[] frame, int before, byte[] inserted, int after) {
        byte[] result = Arrays.copyOf(frame, before + inserted.length + frame.length - after);
        System.arraycopy(inserted, 0, result, before, inserted.length);
        System.arraycopy(frame, after, result, before + inserted.length, frame.length - after);
        return result;
    }
}
