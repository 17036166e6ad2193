package pawl.plugin.exchange.binance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages frames: bits, bytes that tell JSON's structure, parts lost, repeated or of another frame. */
final class Mutations {
    private static final byte[] TELLING =
            "{}[]\",:\\u0019eE+-.tfn \n\0\u0001TtpqbBaAsSmxXozrifl".getBytes(StandardCharsets.UTF_8);

    private Mutations() {}

    /** One of the frames, changed once to three times. */
    static byte[] mutated(List<byte[]> frames, SplittableRandom random) {
        byte[] frame = any(frames, random).clone();
        for (int change = random.nextInt(1, 4); change > 0; change--) {
            frame = mutatedOnce(frame, frames, random);
        }
        return frame;
    }

    private static byte[] any(List<byte[]> frames, SplittableRandom random) {
        byte[] frame = frames.get(random.nextInt(frames.size()));
        return frame.length > 2_000 ? any(frames, random) : frame;
    }

    private static byte[] mutatedOnce(byte[] frame, List<byte[]> frames, SplittableRandom random) {
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
                byte[] other = any(frames, random);
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
