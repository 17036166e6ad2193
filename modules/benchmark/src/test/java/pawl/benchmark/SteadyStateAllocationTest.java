package pawl.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From frame to log, a tick in steady state allocates nothing: not little, nothing, at any number of tokens. */
class SteadyStateAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest(name = "{0} tokens")
    @CsvSource({"1, 600, 1200", "30, 40, 60", "3000, 5, 4"})
    void aTickAllocatesNothing(int tokens, int warmUpTicks, int ticks) throws Exception {
        try (BenchmarkEngine engine = new BenchmarkEngine(tokens)) {
            for (int tick = 0; tick < warmUpTicks; tick++) {
                engine.runOneTick();
            }
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int tick = 0; tick < ticks; tick++) {
                engine.runOneTick();
            }
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isZero();
        }
    }
}
