package pawl.kernel.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import pawl.api.token.Ticks;

/** Changes to all builds there are, and words about streams; the fragile one fails on so much that it comes into quarantine. */
public final class ChangingFrames {
    private static final String NONE = "0".repeat(64);

    private ChangingFrames() {}

    /** As many ticks that have frames. */
    public static List<ToyFrame> of(long seed, int busyTicks) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> builds = List.of(ToyPlan.ADAPTER_SHA256, ToyBuilds.REVERSED, ToyBuilds.FRAGILE, NONE);
        List<ToyFrame> frames = new ArrayList<>();
        for (ToyFrame frame : RandomFrames.of(seed, busyTicks)) {
            long timeMs = Ticks.startMs(frame.tick());
            if (random.nextInt(12) == 0) {
                String build = builds.get(random.nextInt(builds.size()));
                frames.add(new ToyFrame(random.nextInt(2), frame.tick(), "adapter " + timeMs + " " + build));
            }
            if (random.nextInt(4) == 0) {
                String state = List.of("SYNCHRONIZED", "STALE", "BACKFILL").get(random.nextInt(3));
                String told = "state " + timeMs + " AAA TRADE whole UNKNOWN " + state + " DATA";
                frames.add(new ToyFrame(ToyEngine.ALPHA, frame.tick(), told));
            }
            frames.add(frame);
            for (int i = random.nextInt(12); i > 0; i--) {
                frames.add(new ToyFrame(ToyEngine.ALPHA, frame.tick(), "T AAA " + timeMs + " 1 10 1 B"));
            }
        }
        return frames;
    }
}
