package pawl.kernel.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Something that ends an engine's process before its inputs end.
 *
 * @param input after which it happens, or waits to happen
 * @param fault of the disk; empty where the engine is told to stop, which it does after the next boundary
 * @param operations of the disk that still go well
 */
record Interruption(int input, Optional<DiskFault> fault, int operations) {
    private static final int MOST_OPERATIONS = 60;

    /** In order of inputs; none to so many. */
    static List<Interruption> draw(SplittableRandom random, int inputs, int most) {
        List<Interruption> drawn = new ArrayList<>();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            int chosen = random.nextInt(DiskFault.values().length + 1);
            Optional<DiskFault> fault =
                    chosen == DiskFault.values().length ? Optional.empty() : Optional.of(DiskFault.values()[chosen]);
            drawn.add(new Interruption(random.nextInt(inputs), fault, random.nextInt(MOST_OPERATIONS)));
        }
        drawn.sort(Comparator.comparingInt(Interruption::input));
        return drawn;
    }
}
