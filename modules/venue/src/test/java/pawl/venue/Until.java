package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what can only be asked for. */
final class Until {
    private static final long DEADLINE_NS = 10_000_000_000L;
    private static final long PAUSE_NS = 2_000_000;

    private Until() {}

    static void holds(BooleanSupplier condition) {
        long startNs = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - startNs).as("waited, in ns").isLessThan(DEADLINE_NS);
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
