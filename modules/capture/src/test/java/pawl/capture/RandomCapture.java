package pawl.capture;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random frames as a recorder could have written them: stamps and ticks that never fall. */
final class RandomCapture {
    private static final String[] FEEDS = {"binance/public", "binance/market", "", "poll é"};

    private RandomCapture() {}

    static List<Recorded> frames(SplittableRandom random, int count, int mostBytes) {
        List<Recorded> frames = new ArrayList<>();
        long arrivalNs = 1_700_000_000_000_000_000L + random.nextInt(5);
        long tick = arrivalNs / 250_000_000L;
        for (int i = 0; i < count; i++) {
            arrivalNs += random.nextInt(3);
            tick += random.nextInt(4) == 0 ? 1 : 0;
            byte[] bytes = new byte[random.nextInt(mostBytes + 1)];
            random.nextBytes(bytes);
            frames.add(new Recorded(
                    FEEDS[random.nextInt(FEEDS.length)],
                    arrivalNs,
                    tick,
                    new String(bytes, StandardCharsets.ISO_8859_1)));
        }
        return frames;
    }

    static Path write(Path target, List<Recorded> frames) throws CaptureException {
        try (CaptureWriter writer = CaptureWriter.create(target)) {
            long lastTick = 0;
            for (Recorded frame : frames) {
                byte[] bytes = frame.bytes();
                writer.frame(frame.feed(), frame.arrivalNs(), frame.tick(), bytes, 0, bytes.length);
                lastTick = frame.tick();
            }
            writer.end(lastTick + 3);
        }
        return target;
    }
}
