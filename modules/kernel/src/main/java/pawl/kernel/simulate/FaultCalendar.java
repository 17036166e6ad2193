package pawl.kernel.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import pawl.api.token.Ticks;

/** When which fault of the feeds is in force, drawn from a seed: about one in four minutes; none at all in one seed of ten. */
final class FaultCalendar {
    private static final long NS_PER_SECOND = 1_000_000_000;
    private static final int SECONDS_PER_FAULT = 240;
    private static final int LONGEST_SECONDS = 90;
    private static final int LONGEST_STEP_SECONDS = 30;

    private FaultCalendar() {}

    /** In order of their beginnings. */
    static List<FaultWindow> draw(
            SplittableRandom random, long firstSecond, int seconds, int venues, long outageTicks) {
        List<FaultWindow> windows = new ArrayList<>();
        int count = random.nextInt(10) == 0 ? 0 : random.nextInt(2 + 2 * seconds / SECONDS_PER_FAULT);
        for (int i = 0; i < count; i++) {
            FeedFault fault = FeedFault.values()[random.nextInt(FeedFault.values().length)];
            long fromNs = firstSecond * NS_PER_SECOND + random.nextLong(seconds * NS_PER_SECOND);
            long lengthNs = lengthNs(random, fault, outageTicks);
            long stepNs = fault == FeedFault.CLOCK_STEP
                    ? random.nextLong(-LONGEST_STEP_SECONDS * NS_PER_SECOND, LONGEST_STEP_SECONDS * NS_PER_SECOND)
                    : 0;
            windows.add(new FaultWindow(fault, random.nextInt(venues), fromNs, fromNs + lengthNs, stepNs));
        }
        windows.sort(Comparator.comparingLong(FaultWindow::fromNs));
        return windows;
    }

    private static long lengthNs(SplittableRandom random, FeedFault fault, long outageTicks) {
        long shortNs = NS_PER_SECOND / 10 + random.nextLong(1 + random.nextLong(LONGEST_SECONDS * NS_PER_SECOND));
        boolean isOutage = fault == FeedFault.PAUSE && random.nextBoolean();
        return isOutage ? outageTicks * Ticks.TICK_NS + shortNs : shortNs;
    }
}
