package pawl.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Acts drawn from a seed: a market in which much happens within an hour, or nothing at all. */
final class RandomScript {
    private static final int MINUTE = 60;
    private static final int SECONDS_PER_STORY = 20 * MINUTE;

    private RandomScript() {}

    static Script of(SplittableRandom random, int seconds) {
        List<Act> acts = new ArrayList<>();
        for (int from = 0; from < seconds; from += SECONDS_PER_STORY) {
            if (random.nextInt(4) != 0) {
                story(random, from + random.nextInt(5 * MINUTE), acts);
            }
        }
        Script script = Script.of(acts.toArray(Act[]::new));
        if (random.nextInt(8) == 0) {
            script = script.delisted(random.nextInt(seconds));
        }
        return random.nextInt(6) == 0 ? script.clockAhead(random.nextInt(4_000)) : script;
    }

    /** Leverage comes in, the market falls quiet, holders sell, and buyers come back or not. */
    private static void story(SplittableRandom random, int from, List<Act> acts) {
        Lever crowd = random.nextInt(4) == 0 ? Lever.SHORTING : Lever.DEMAND;
        int sale = from + 3 * MINUTE + random.nextInt(6 * MINUTE);
        acts.add(act(random, crowd, from, sale + MINUTE));
        acts.add(act(random, Lever.HUSH, from + MINUTE, sale));
        if (random.nextInt(3) != 0) {
            acts.add(act(random, Lever.SALE, sale, sale + 2 * MINUTE + random.nextInt(14 * MINUTE)));
        }
        acts.add(act(random, Lever.RETREAT, sale + MINUTE, sale + 10 * MINUTE));
        if (random.nextBoolean()) {
            acts.add(act(random, Lever.RECOVERY, sale + 3 * MINUTE, sale + 10 * MINUTE));
        }
    }

    private static Act act(SplittableRandom random, Lever lever, int from, int to) {
        return new Act(lever, from, to, 1 + random.nextInt(MINUTE), 0.3 + 0.7 * random.nextDouble());
    }
}
