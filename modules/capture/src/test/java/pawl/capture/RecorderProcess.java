package pawl.capture;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Run in a Java of its own: records frames that follow from their number alone, closes a tick after every few, and
 * prints after each closed tick how many frames a reader must find by now.
 */
public final class RecorderProcess {
    private static final int FRAMES_PER_TICK = 7;
    private static final long FIRST_OF_AN_HOUR = 6_885_388_800L;
    /** Longer than what the compressor takes in at once, now and then. */
    private static final int LONG_FRAME_BYTES = 200_000;

    private RecorderProcess() {}

    /** @param arguments folder, frames, ticks between flushes, bytes of a segment */
    public static void main(String[] arguments) throws Exception {
        SegmentLimits limits = new SegmentLimits(Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
        long frames = Long.parseLong(arguments[1]);
        PrintStream out = System.out;
        long before = 0;
        try (CaptureFolderWriter writer =
                CaptureFolderWriter.create(Path.of(arguments[0]), Recordings.identity(), limits)) {
            int feed = writer.declare("f");
            byte[] text = frame(0).bytes();
            for (long i = 0; i < frames; i++) {
                if (i == frames / 2) {
                    before = allocatedBytes();
                }
                boolean isMeasured = limits.flushTicks() > 1;
                byte[] bytes = isMeasured ? text : frame(i).bytes();
                writer.frame(feed, arrivalNs(i), tick(i), bytes, 0, bytes.length);
                if ((i + 1) % FRAMES_PER_TICK == 0) {
                    writer.closedThrough(tick(i));
                    if (!isMeasured) {
                        out.println(i + 1);
                    }
                }
            }
            out.println("allocated " + (allocatedBytes() - before));
            writer.end(tick(frames));
        } catch (CaptureException e) {
            out.println(e.kind() + " " + e.getMessage());
        }
    }

    private static long tick(long number) {
        return FIRST_OF_AN_HOUR + number / FRAMES_PER_TICK;
    }

    private static long arrivalNs(long number) {
        return tick(number) * 250_000_000 + number % FRAMES_PER_TICK;
    }

    static Recorded frame(long number) {
        int length = number % 1_000 == 999 ? LONG_FRAME_BYTES : (int) (number * 7919 % 301);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('0' + (number * 31 + i * number % 13) % 64);
        }
        return new Recorded("f", arrivalNs(number), tick(number), new String(bytes, StandardCharsets.ISO_8859_1));
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
