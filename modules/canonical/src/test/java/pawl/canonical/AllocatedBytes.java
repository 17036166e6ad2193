package pawl.canonical;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * What the current thread has allocated so far, by {@code com.sun.management.ThreadMXBean}. Looked up by name, because the module
 * under test does not read the one that holds it, and has no other reason to.
 */
final class AllocatedBytes {
    private final MethodHandle ofCurrentThread;

    AllocatedBytes() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        ofCurrentThread = MethodHandles.publicLookup()
                .findVirtual(
                        Class.forName("com.sun.management.ThreadMXBean"),
                        "getCurrentThreadAllocatedBytes",
                        MethodType.methodType(long.class))
                .bindTo(threads);
    }

    /** The least that any of several runs allocates: what a JIT or a probe adds now and then is not the code's. */
    long leastOf(int runs, Runnable code) throws Throwable {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < runs; run++) {
            long before = (long) ofCurrentThread.invokeExact();
            code.run();
            long after = (long) ofCurrentThread.invokeExact();
            least = Math.min(least, after - before);
        }
        return least;
    }
}
