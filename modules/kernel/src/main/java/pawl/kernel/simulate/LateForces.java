package pawl.kernel.simulate;

import java.util.Optional;
import java.util.SplittableRandom;
import pawl.storage.ForceThreads;

/** Forces as another thread would, and on the only one that there is: some time after it was asked, drawn from a seed. */
final class LateForces implements ForceThreads {
    private static final int MOST_LOOKS = 8;

    private final SplittableRandom random;
    private Optional<Share> waiting = Optional.empty();
    private int looks;

    LateForces(SplittableRandom random) {
        this.random = random;
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public void begin(Share share) {
        waiting = Optional.of(share);
        looks = random.nextInt(MOST_LOOKS);
    }

    @Override
    public boolean isBusy() {
        if (waiting.isPresent() && looks-- <= 0) {
            awaitEnd();
        }
        return waiting.isPresent();
    }

    @Override
    public void awaitEnd() {
        Optional<Share> share = waiting;
        waiting = Optional.empty();
        share.ifPresent(due -> due.run(0));
    }
}
