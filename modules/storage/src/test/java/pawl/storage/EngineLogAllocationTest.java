package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static pawl.storage.Samples.IDENTITY;
import static pawl.storage.Samples.TICK;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pawl.api.event.EventBatch;
import pawl.api.token.Token;
import pawl.storage.contract.DiscardingStore;

class EngineLogAllocationTest {
    private static final int WARM_UP_TICKS = 2_000;
    private static final int MEASURED_TICKS = 500;

    @Test
    void appendingAndCommittingAllocateNothing() throws Throwable {
        List<Token> tokens = IntStream.range(0, 30)
                .mapToObj(i -> new Token(i, "T" + i, "large", -2, -3, -8, 480))
                .toList();
        EventBatch events = Samples.events();
        MethodHandle allocatedBytes = allocatedBytesOfThisThread();
        long tick = TICK;
        try (EngineLog log = new EngineLog(new DiscardingStore(), IDENTITY, tokens, 4)) {
            for (int i = 0; i < WARM_UP_TICKS; i++) {
                run(log, tokens.size(), ++tick, events);
            }
            long least = Long.MAX_VALUE; // What a JIT adds now and then is not the log's.
            for (int repeat = 0; repeat < 5; repeat++) {
                long before = (long) allocatedBytes.invokeExact();
                for (int i = 0; i < MEASURED_TICKS; i++) {
                    run(log, tokens.size(), ++tick, events);
                }
                least = Math.min(least, (long) allocatedBytes.invokeExact() - before);
            }
            assertThat(least).as("bytes in %d ticks", MEASURED_TICKS).isZero();
        }
    }

    /** Looked up by name, because this module does not read the one that holds it, and has no other reason to. */
    private static MethodHandle allocatedBytesOfThisThread() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        return MethodHandles.publicLookup()
                .findVirtual(
                        Class.forName("com.sun.management.ThreadMXBean"),
                        "getCurrentThreadAllocatedBytes",
                        MethodType.methodType(long.class))
                .bindTo(threads);
    }

    private static void run(EngineLog log, int tokens, long tick, EventBatch events) throws Exception {
        for (int token = 0; token < tokens; token++) {
            log.events(token, tick, events);
        }
        log.tierChange(0, tick, 0, 1);
        log.outage(0, tick, tick, tick);
        log.commit(tick, tick);
    }
}
