package pawl.kernel.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedState;
import pawl.api.token.Ticks;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.RandomFrames;
import pawl.kernel.toy.ToyFrame;
import pawl.kernel.toy.ToyPlan;

/** Runs random frames with words of the hearing between them, gaps of any length, and trades that fill them later. */
final class RandomHearing {
    private static final EventKind[] STREAMS = {EventKind.TRADE, EventKind.LIQUIDATION, EventKind.FUNDING};

    private final SplittableRandom random;
    private long nextId = 10_000;
    private long unfilledFrom;
    private long unfilledTo;

    private RandomHearing(long seed) {
        random = new SplittableRandom(seed);
    }

    static HeapLogStore run(ToyPlan plan, long seed, int busyTicks) throws Exception {
        RandomHearing made = new RandomHearing(seed);
        HeapLogStore store = new HeapLogStore();
        List<ToyFrame> frames = RandomFrames.of(seed, busyTicks);
        try (Engine engine = new Engine(plan.plan(), store, refusal -> {})) {
            for (ToyFrame frame : frames) {
                engine.frame(frame.venue(), frame.tick(), frame.bytes(), 0, frame.bytes().length);
                made.add(engine, frame.tick());
            }
            engine.closeThrough(frames.getLast().tick());
            engine.stop();
        }
        return store;
    }

    private void add(Engine engine, long tick) throws Exception {
        if (random.nextInt(3) == 0) {
            byte[] hearing = hearing(Ticks.startMs(tick) + random.nextInt(250));
            engine.hearing(0, tick, hearing, 0, hearing.length);
        }
        byte[] trade = trade(Ticks.startMs(tick)).getBytes(StandardCharsets.UTF_8);
        engine.frame(0, tick, trade, 0, trade.length);
    }

    private byte[] hearing(long timeMs) {
        String symbol = List.of("AAA", "BBB", "CCC").get(random.nextInt(3));
        EventKind stream = STREAMS[random.nextInt(STREAMS.length)];
        FeedState from = FeedState.values()[random.nextInt(FeedState.values().length)];
        FeedState to = FeedState.values()[random.nextInt(FeedState.values().length)];
        FeedCause cause = FeedCause.values()[random.nextInt(FeedCause.values().length)];
        return switch (random.nextInt(5)) {
            case 0 -> HearingFrame.alive(timeMs);
            case 1 -> HearingFrame.clock(timeMs, random.nextLong(-9_000, 9_000), random.nextLong(9_000));
            case 2 -> HearingFrame.held(timeMs, random.nextLong(9_000), random.nextLong(1 << 26));
            case 3 ->
                HearingFrame.count(
                        timeMs, symbol, stream, random.nextBoolean(), random.nextLong(99), random.nextLong(9), 0);
            default -> HearingFrame.state(timeMs, symbol, stream, random.nextBoolean(), from, to, cause);
        };
    }

    /** Ids of their own at alpha, far above those of the random frames. */
    private String trade(long timeMs) {
        if (unfilledFrom < unfilledTo && random.nextInt(3) > 0) {
            StringBuilder page = new StringBuilder("ignore");
            for (int left = random.nextInt(40); left > 0 && unfilledFrom < unfilledTo; left--) {
                page.append(";F AAA ")
                        .append(timeMs)
                        .append(' ')
                        .append(unfilledFrom++)
                        .append(" 10 1 S");
            }
            return page.toString();
        }
        long missing = random.nextInt(10) > 0 ? 0 : random.nextInt(3) == 0 ? 5_000 : random.nextInt(60);
        if (missing > 0) {
            unfilledFrom = nextId;
            unfilledTo = nextId + missing;
        }
        nextId += missing;
        return "T AAA " + timeMs + " " + nextId++ + " 10 1 B";
    }
}
