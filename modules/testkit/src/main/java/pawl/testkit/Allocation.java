package pawl.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures how much the calling thread allocates in a call, when it has been made often. */
final class Allocation {
    private static final int ROUNDS = 20_000;
    private static final int MOST_ATTEMPTS = 12;

    private Allocation() {}

    /** A call that may throw. */
    interface Call {
        void run() throws Exception;
    }

    /**
     * Fails unless a whole round of calls allocates nothing at all. Early rounds may: the JIT's own hand-overs are charged to the
     * thread, and what escape analysis removes is there until the call is compiled.
     */
    static void requireNone(String what, Call call) {
        ThreadMXBean threads = bean();
        long bytes = 0;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            bytes = measure(threads, what, call);
            if (bytes == 0) {
                return;
            }
        }
        fail(what + " allocates: " + bytes + " bytes in the last " + ROUNDS + " calls");
    }

    private static long measure(ThreadMXBean threads, String what, Call call) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int round = 0; round < ROUNDS; round++) {
            try {
                call.run();
            } catch (Exception fault) {
                throw new AssertionError(what + " failed while its allocation was measured", fault);
            }
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static ThreadMXBean bean() {
        boolean isKnown = ManagementFactory.getThreadMXBean() instanceof ThreadMXBean;
        if (!isKnown) {
            fail(
                    "this JVM cannot tell how much a thread allocates (no com.sun.management.ThreadMXBean): run it with a JVM"
                            + " that has the module jdk.management");
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        if (!threads.isThreadAllocatedMemorySupported()) {
            fail("this JVM does not support the measuring of a thread's allocation");
        }
        threads.setThreadAllocatedMemoryEnabled(true);
        return threads;
    }
}
