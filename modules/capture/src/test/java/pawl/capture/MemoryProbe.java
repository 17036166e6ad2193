package pawl.capture;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;

/**
 * Run in a Java of its own, with little memory: reads a capture and prints its frames, its problems, and the bytes
 * allocated while the second half of the frames was read.
 */
public final class MemoryProbe {
    private MemoryProbe() {}

    public static void main(String[] arguments) throws Exception {
        long half = Long.parseLong(arguments[1]) / 2;
        long[] problems = new long[1];
        long frames = 0;
        long before = 0;
        try (CaptureReader reader =
                Captures.open(List.of(Path.of(arguments[0])), CaptureLimits.STANDARD, problem -> problems[0]++)) {
            while (reader.next()) {
                if (++frames == half) {
                    before = allocatedBytes();
                }
            }
        }
        System.out.println(frames + " " + problems[0] + " " + (allocatedBytes() - before));
    }

    /** By reflection, since the module does not read the one that counts. */
    private static long allocatedBytes() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        Method allocated = Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes");
        return (long) allocated.invoke(threads);
    }
}
