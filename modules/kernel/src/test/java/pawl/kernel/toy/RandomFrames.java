package pawl.kernel.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import pawl.api.token.Ticks;

/**
 * Frames as venues send them on a bad day: bursts and silences, outages, events that are late, repeated or missing, frames that cannot
 * be understood; with stretches in which takers mostly buy, and a UTC midnight somewhere.
 */
public final class RandomFrames {
    public static final long MIDNIGHT_TICK = Ticks.firstOfDay(19_000);

    private static final List<List<String>> SYMBOLS_OF_VENUE =
            List.of(List.of("AAA", "BBB", "CCC"), List.of("aaa", "bbb"));

    private final SplittableRandom random;
    private final List<ToyFrame> frames = new ArrayList<>();
    private final long[][] nextIds = {{100, 200, 300}, {400, 500}};
    private long tick = MIDNIGHT_TICK;
    private int buyPercent = 50;

    private RandomFrames(long seed) {
        random = new SplittableRandom(seed);
    }

    /** As many ticks that have frames. */
    public static List<ToyFrame> of(long seed, int busyTicks) {
        RandomFrames made = new RandomFrames(seed);
        made.tick -= busyTicks;
        for (int i = 0; i < busyTicks; i++) {
            made.addTick();
        }
        return List.copyOf(made.frames);
    }

    private void addTick() {
        if (random.nextInt(10) == 0) {
            buyPercent = random.nextInt(3) * 45 + 5;
        }
        for (int left = 1 + (random.nextInt(6) == 0 ? random.nextInt(12) : random.nextInt(3)); left > 0; left--) {
            int venue = random.nextInt(2);
            frames.add(new ToyFrame(venue, tick, text(venue)));
        }
        tick += switch (random.nextInt(24)) {
            case 0 -> 20; // the longest silence that is none
            case 1 -> 21 + random.nextInt(30);
            case 2, 3, 4 -> 2 + random.nextInt(12);
            default -> 1;
        };
    }

    private String text(int venue) {
        return switch (random.nextInt(30)) {
            case 0 -> event(venue) + ";refuse";
            case 1 -> event(venue) + ";throw";
            case 2 -> event(venue) + ";stranger";
            case 3 -> "T OTHER 1 1 1 1 B;ignore";
            case 4 -> frames.isEmpty() ? "ignore" : repeated(venue);
            case 5, 6 -> event(venue) + ";" + event(venue) + ";" + event(venue);
            default -> event(venue);
        };
    }

    private String repeated(int venue) {
        ToyFrame old = frames.get(frames.size() - 1 - random.nextInt(Math.min(8, frames.size())));
        return old.venue() == venue ? old.text() : event(venue);
    }

    private String event(int venue) {
        int symbol = random.nextInt(SYMBOLS_OF_VENUE.get(venue).size());
        long lateMs = random.nextInt(12) == 0 ? random.nextInt(2_000) : 0;
        String head =
                SYMBOLS_OF_VENUE.get(venue).get(symbol) + " " + (Ticks.startMs(tick) + random.nextInt(4) * 50 - lateMs);
        String price = 10 + random.nextInt(3) + "." + random.nextInt(10, 100);
        nextIds[venue][symbol] += random.nextInt(20) == 0 ? 3 : 1;
        return switch (random.nextInt(10)) {
            case 0 -> "L " + head + " " + price + " 2";
            case 1, 2 -> "Q " + head + " " + nextIds[venue][symbol] + " " + price + " 1 " + price + " 1.5";
            default -> "T " + head + " " + nextIds[venue][symbol] + " " + price + " 0.5 " + side();
        };
    }

    private String side() {
        return random.nextInt(100) < buyPercent ? "B" : "S";
    }
}
